//! The trie over the words of terms.

use super::index::LemmaId;
use crate::hasher::Fast;
#[cfg(test)]
use crate::stored::pack::Packer;
use crate::stored::pack::Unpacker;
use std::collections::HashMap;

/// One node: a word sequence read so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    /// Where its edges and ends begin; those of the next node end them.
    edges: u32,
    ends: u32,
    /// The node behind the gap that may follow here; 0 where none may.
    gap_child: u32,
    /// Adverbs and common adjectives may stand before the next word.
    pub(crate) inserts: bool,
    /// Reached by a gap: up to three other words may stand before the next one.
    pub(crate) gap: bool,
    /// A qualifier: the next word is its head.
    pub(crate) qualifier: bool,
}

impl Node {
    /// The node behind the gap that may follow here.
    pub(crate) fn gap_child(&self) -> Option<u32> {
        Some(self.gap_child).filter(|&child| child != 0)
    }
}

/// A node that the root leads to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Root {
    pub(crate) node: u32,
    /// A path ends at the node, or a gap follows it.
    pub(crate) is_end: bool,
}

/// The frozen trie; node 0 is the root.
#[derive(Debug)]
pub(crate) struct Trie {
    /// One more than there are nodes.
    nodes: Vec<Node>,
    edges: Vec<(LemmaId, u32)>,
    ends: Vec<u32>,
    /// The root's children by lemma; 0 where there is none; with [`IS_END`].
    roots: Vec<u32>,
    /// One bit for each fingerprint of a node and a lemma that follows it: turns away most words that do not.
    links: Vec<u64>,
    /// The flag of the words that stand in a path behind its first word.
    pub(crate) inner_flag: u16,
}

/// Marks a child of the root at which a path ends, or that a gap follows.
const IS_END: u32 = 1 << 31;

impl Trie {
    /// From the nodes, with one more behind the last, and their edges and ends.
    fn new(nodes: Vec<Node>, edges: Vec<(LemmaId, u32)>, ends: Vec<u32>, inner_flag: u16) -> Self {
        let links = vec![0; (edges.len() * LINK_BITS / 64).next_power_of_two()];
        let mut trie = Self { nodes, edges, ends, roots: Vec::new(), links, inner_flag };
        let mask = trie.links.len() * 64 - 1;
        for (id, pair) in (0..).zip(trie.nodes.windows(2)) {
            for &(lemma, _) in &trie.edges[pair[0].edges as usize..pair[1].edges as usize] {
                let bit = link(id, lemma) & mask;
                trie.links[bit / 64] |= 1 << (bit % 64);
            }
        }
        let firsts = trie.edges(0);
        let mut roots = vec![0; firsts.last().map_or(0, |&(lemma, _)| lemma as usize + 1)];
        for &(lemma, child) in firsts {
            let is_end = !trie.ends(child).is_empty() || trie.node(child).gap_child != 0;
            roots[lemma as usize] = if is_end { child | IS_END } else { child };
        }
        trie.roots = roots;
        trie
    }

    #[cfg(test)]
    pub(super) fn pack(&self, out: &mut Packer) {
        out.count(self.nodes.len() - 1);
        let (mut child_before, mut target_before) = (0, 0);
        for (id, node) in (0..).zip(&self.nodes[..self.nodes.len() - 1]) {
            let marks = u32::from(node.inserts) | u32::from(node.gap) << 1 | u32::from(node.qualifier) << 2;
            out.number(marks | u32::from(node.gap_child != 0) << 3);
            if node.gap_child != 0 {
                out.near(&mut child_before, node.gap_child);
            }
            out.count(self.edges(id).len());
            let mut lemma_before = 0;
            for &(lemma, child) in self.edges(id) {
                out.near(&mut lemma_before, lemma);
                out.near(&mut child_before, child);
            }
            out.count(self.ends(id).len());
            for &target in self.ends(id) {
                out.near(&mut target_before, target);
            }
        }
    }

    /// Its lemmas and targets may be any numbers: they are checked by who knows how many there are.
    pub(super) fn unpack(from: &mut Unpacker<'_>, inner_flag: u16) -> Option<Self> {
        let count = from.count()?;
        let (mut nodes, mut edges, mut ends) = (Vec::with_capacity(count + 1), Vec::with_capacity(count), Vec::new());
        let (mut child_before, mut target_before) = (0, 0);
        for _ in 0..count {
            let mut node = Node { edges: size(edges.len()), ends: size(ends.len()), ..Node::default() };
            let marks = from.number()?;
            (node.inserts, node.gap, node.qualifier) = (marks & 1 != 0, marks & 2 != 0, marks & 4 != 0);
            if marks & 8 != 0 {
                node.gap_child = from.near(&mut child_before)?;
            }
            let mut lemma_before = 0;
            for _ in 0..from.count()? {
                edges.push((from.near(&mut lemma_before)?, from.near(&mut child_before)?));
            }
            for _ in 0..from.count()? {
                ends.push(from.near(&mut target_before)?);
            }
            nodes.push(node);
        }
        nodes.push(Node { edges: size(edges.len()), ends: size(ends.len()), ..Node::default() });
        let in_it = |child: u32| (child as usize) < count;
        let sound = edges.iter().all(|&(_, child)| in_it(child)) && nodes.iter().all(|node| in_it(node.gap_child));
        edges.shrink_to_fit();
        ends.shrink_to_fit();
        (sound && count > 0).then(|| Self::new(nodes, edges, ends, inner_flag))
    }

    /// Whether its lemmas and targets are below these numbers.
    pub(super) fn is_within(&self, lemmas: usize, targets: usize) -> bool {
        let below = |number: u32, most: usize| (number as usize) < most;
        self.edges.iter().all(|&(lemma, _)| below(lemma, lemmas))
            && self.ends.iter().all(|&target| below(target, targets))
    }

    pub(crate) fn node(&self, id: u32) -> &Node {
        &self.nodes[id as usize]
    }

    /// Targets that end at the node.
    pub(crate) fn ends(&self, id: u32) -> &[u32] {
        &self.ends[self.node(id).ends as usize..self.node(id + 1).ends as usize]
    }

    fn edges(&self, id: u32) -> &[(LemmaId, u32)] {
        &self.edges[self.node(id).edges as usize..self.node(id + 1).edges as usize]
    }

    /// The lemmas that stand in a path behind its first word, some more than once.
    pub(crate) fn inner(&self) -> impl Iterator<Item = LemmaId> {
        self.edges[self.node(1).edges as usize..].iter().map(|&(lemma, _)| lemma)
    }

    /// The lemmas by which a node is reached at which targets of the wanted kind end.
    pub(crate) fn last(&self, wanted: impl Fn(&[u32]) -> bool) -> impl Iterator<Item = LemmaId> {
        self.edges.iter().filter(move |&&(_, child)| wanted(self.ends(child))).map(|&(lemma, _)| lemma)
    }

    /// Whether any word can follow the node.
    pub(crate) fn goes_on(&self, id: u32) -> bool {
        !self.edges(id).is_empty() || self.node(id).gap_child != 0
    }

    pub(crate) fn root(&self, lemma: LemmaId) -> Option<Root> {
        let root = self.roots.get(lemma as usize).copied().filter(|&root| root != 0)?;
        Some(Root { node: root & !IS_END, is_end: root & IS_END != 0 })
    }

    /// Whether the lemma may follow the node: `false` is sure.
    pub(crate) fn may_follow(&self, id: u32, lemma: LemmaId) -> bool {
        let bit = link(id, lemma) & (self.links.len() * 64 - 1);
        self.links[bit / 64] >> (bit % 64) & 1 != 0
    }

    pub(crate) fn child(&self, id: u32, lemma: LemmaId) -> Option<u32> {
        if !self.may_follow(id, lemma) {
            return None;
        }
        let edges = self.edges(id);
        edges.binary_search_by_key(&lemma, |&(lemma, _)| lemma).ok().map(|i| edges[i].1)
    }
}

fn size(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// The fingerprint of a node and a lemma.
fn link(id: u32, lemma: LemmaId) -> usize {
    let both = u64::from(id) << 32 | u64::from(lemma);
    (both.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
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
        if let Some(child) = self.nodes[node as usize].gap_child() {
            return child;
        }
        let child = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(Node { gap: true, ..Node::default() });
        self.nodes[node as usize].gap_child = child;
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
        let mut ends: Vec<(u32, u32)> = self.ends.iter().copied().filter(|&(_, target)| wanted(target)).collect();
        ends.sort_unstable();
        let mut parents = vec![0; self.nodes.len()];
        for (&(node, _), &child) in &self.children {
            parents[child as usize] = node;
        }
        for (node, of) in (0..).zip(&self.nodes) {
            if let Some(child) = of.gap_child() {
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
        let id = |node: u32| ids[node as usize];
        let behind = std::iter::once(Node::default());
        let mut nodes: Vec<Node> = kept.iter().map(|&node| self.nodes[node as usize]).chain(behind).collect();
        let mut edges: Vec<((u32, LemmaId), u32)> = self
            .children
            .iter()
            .map(|(&(node, lemma), &child)| ((id(node), lemma), id(child)))
            .filter(|&(_, child)| child != 0)
            .collect();
        edges.sort_unstable();
        let mut ends: Vec<(u32, u32)> = ends.into_iter().map(|(node, target)| (id(node), target)).collect();
        ends.sort_unstable();
        let (mut e, mut t) = (0, 0);
        for (n, node) in (0..).zip(&mut nodes) {
            e += edges[e..].iter().take_while(|&&((of, _), _)| of < n).count();
            t += ends[t..].iter().take_while(|&&(of, _)| of < n).count();
            *node = Node { edges: size(e), ends: size(t), gap_child: id(node.gap_child), ..*node };
        }
        let edges = edges.into_iter().map(|((_, lemma), child)| (lemma, child)).collect();
        let ends = ends.into_iter().map(|(_, target)| target).collect();
        Trie::new(nodes, edges, ends, inner_flag)
    }
}

/// Bits of the filter for each edge.
const LINK_BITS: usize = 8;
