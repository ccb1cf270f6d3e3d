//! The trie over the words of terms.

use super::index::LemmaId;
use crate::hasher::Fast;
use std::collections::HashMap;

/// One node: a word sequence read so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    edges: (u32, u32),
    ends: (u32, u32),
    /// Adverbs and common adjectives may stand before the next word.
    pub(crate) inserts: bool,
    /// Reached by a gap: up to three other words may stand before the next one.
    pub(crate) gap: bool,
    /// The node behind the gap that may follow here.
    pub(crate) gap_child: Option<u32>,
    /// A qualifier: the next word is its head.
    pub(crate) qualifier: bool,
}

/// The frozen trie; node 0 is the root.
#[derive(Debug)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    edges: Vec<(LemmaId, u32)>,
    ends: Vec<u32>,
    /// The root's children by lemma; 0 where there is none.
    roots: Vec<u32>,
    /// The flag of the words that stand in a path behind its first word.
    pub(crate) inner_flag: u16,
}

impl Trie {
    pub(crate) fn node(&self, id: u32) -> &Node {
        &self.nodes[id as usize]
    }

    /// Targets that end at the node.
    pub(crate) fn ends(&self, node: &Node) -> &[u32] {
        &self.ends[node.ends.0 as usize..node.ends.1 as usize]
    }

    /// Whether a path ends at the node, or a gap follows it.
    pub(crate) fn is_end(&self, node: u32) -> bool {
        let node = self.node(node);
        node.ends.0 != node.ends.1 || node.gap_child.is_some()
    }

    /// The lemmas that stand in a path behind its first word, some more than once.
    pub(crate) fn inner(&self) -> impl Iterator<Item = LemmaId> {
        self.edges[self.node(0).edges.1 as usize..].iter().map(|&(lemma, _)| lemma)
    }

    /// Whether any word can follow the node.
    pub(crate) fn goes_on(&self, node: &Node) -> bool {
        node.edges.0 != node.edges.1 || node.gap_child.is_some()
    }

    pub(crate) fn root(&self, lemma: LemmaId) -> Option<u32> {
        self.roots.get(lemma as usize).copied().filter(|&node| node != 0)
    }

    pub(crate) fn child(&self, node: &Node, lemma: LemmaId) -> Option<u32> {
        let edges = &self.edges[node.edges.0 as usize..node.edges.1 as usize];
        edges.binary_search_by_key(&lemma, |&(lemma, _)| lemma).ok().map(|i| edges[i].1)
    }
}

/// Grows a trie.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    nodes: Vec<Node>,
    children: HashMap<(u32, LemmaId), u32, Fast>,
    ends: Vec<(u32, u32)>,
}

impl Default for TrieBuilder {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], children: HashMap::default(), ends: Vec::new() }
    }
}

impl TrieBuilder {
    /// The child of `node` by `lemma`, made where there is none.
    pub(crate) fn child(&mut self, node: u32, lemma: LemmaId, qualifier: bool) -> u32 {
        let next = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let child = *self.children.entry((node, lemma)).or_insert(next);
        if child == next {
            self.nodes.push(Node::default());
        }
        self.nodes[child as usize].qualifier |= qualifier;
        child
    }

    /// The node behind a gap at `node`.
    pub(crate) fn gap(&mut self, node: u32) -> u32 {
        if let Some(child) = self.nodes[node as usize].gap_child {
            return child;
        }
        let child = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(Node { gap: true, ..Node::default() });
        self.nodes[node as usize].gap_child = Some(child);
        child
    }

    pub(crate) fn allow_inserts(&mut self, node: u32) {
        self.nodes[node as usize].inserts = true;
    }

    pub(crate) fn end(&mut self, node: u32, target: u32) {
        self.ends.push((node, target));
    }

    /// The trie of the paths that end in the wanted targets. What a node allows holds for all paths through it, wanted or not.
    pub(crate) fn part(&self, inner_flag: u16, wanted: impl Fn(u32) -> bool) -> Trie {
        let size = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let mut ends: Vec<(u32, u32)> = self.ends.iter().copied().filter(|&(_, target)| wanted(target)).collect();
        ends.sort_unstable();
        let mut parents = vec![0; self.nodes.len()];
        for (&(node, _), &child) in &self.children {
            parents[child as usize] = node;
        }
        for (node, of) in (0..).zip(&self.nodes) {
            if let Some(child) = of.gap_child {
                parents[child as usize] = node;
            }
        }
        // The kept nodes by their new ids; 0 where none is kept, but for the root.
        let mut ids = vec![0; self.nodes.len()];
        let mut kept = vec![0u32];
        for &(node, _) in &ends {
            let mut node = node;
            while node != 0 && ids[node as usize] == 0 {
                ids[node as usize] = size(kept.len());
                kept.push(node);
                node = parents[node as usize];
            }
        }
        let id = |node: u32| Some(ids[node as usize]).filter(|&id| id != 0);
        let mut nodes: Vec<Node> = kept.iter().map(|&node| self.nodes[node as usize]).collect();
        for node in &mut nodes {
            node.gap_child = node.gap_child.and_then(id);
        }
        let mut edges: Vec<((u32, LemmaId), u32)> = self
            .children
            .iter()
            .filter_map(|(&(node, lemma), &child)| Some(((ids[node as usize], lemma), id(child)?)))
            .collect();
        edges.sort_unstable();
        let mut roots = Vec::new();
        for (i, &((node, lemma), child)) in edges.iter().enumerate() {
            let range = &mut nodes[node as usize].edges;
            if range.0 == range.1 {
                *range = (size(i), size(i));
            }
            range.1 = size(i + 1);
            if node == 0 {
                if roots.len() <= lemma as usize {
                    roots.resize(lemma as usize + 1, 0);
                }
                roots[lemma as usize] = child;
            }
        }
        let mut ends: Vec<(u32, u32)> = ends.into_iter().map(|(node, target)| (ids[node as usize], target)).collect();
        ends.sort_unstable();
        for (i, &(node, _)) in ends.iter().enumerate() {
            let range = &mut nodes[node as usize].ends;
            if range.0 == range.1 {
                *range = (size(i), size(i));
            }
            range.1 = size(i + 1);
        }
        Trie {
            nodes,
            edges: edges.into_iter().map(|((_, lemma), child)| (lemma, child)).collect(),
            ends: ends.into_iter().map(|(_, target)| target).collect(),
            roots,
            inner_flag,
        }
    }
}
