//! The cues and clause borders of a text, made ready so that each mention is decided in constant time.

use super::Stance;
use super::composed;
use super::cues::{Cue, Depth, Place, Sign, sign};
use super::grammar;
use super::steps::step;
use crate::document::Genre;
use crate::matching::Matches;
use crate::text::Prepared;
use std::ops::Range;

/// A cue at its place.
#[derive(Clone, Debug)]
pub(crate) struct CueAt {
    pub(crate) cue: &'static Cue,
    /// Tokens.
    pub(crate) range: Range<usize>,
    /// What it asserts in this genre.
    pub(crate) stance: Stance,
    /// For a cue that governs what stands before it: the first token it reaches back to.
    pub(crate) from: usize,
}

/// What governs a place in the text: the nearest cue of each depth, before and behind.
#[derive(Debug)]
pub(crate) struct Scene {
    pub(crate) cues: Vec<CueAt>,
    /// The tokens of the active sentences.
    places: Places,
    /// Where the cues end that govern a clause, in order; what holds only by default governs none.
    governors: Vec<usize>,
    /// What is only supposed: *dersom kommunen mangler folk, …*; none in an ad.
    conditions: Vec<Range<usize>>,
    /// Signs other than cues.
    pub(crate) signs: Vec<(Sign, Range<usize>)>,
}

/// What governs one token.
#[derive(Clone, Copy, Debug, Default)]
struct At {
    /// Its clause: no frame or predicate reaches across.
    clause: u32,
    /// The index + 1 of the last cue before it that governs forward, by depth.
    before: [u32; DEPTHS],
    /// The index + 1 of the next cue behind it that governs backward, by depth.
    after: [u32; DEPTHS],
}

/// The tokens of the active sentences, one sentence behind the other.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The first token of each sentence, and its place.
    starts: Vec<(usize, usize)>,
    all: Vec<At>,
}

impl Places {
    fn new(matches: &Matches) -> Self {
        let mut places = Self::default();
        let mut count = 0;
        for sentence in matches.active() {
            places.starts.push((sentence.start, count));
            count += sentence.len();
        }
        places.all = vec![At::default(); count];
        places
    }

    /// The place of a token, if its sentence is active.
    fn index(&self, token: usize) -> Option<usize> {
        let s = self.starts.partition_point(|&(start, _)| start <= token).checked_sub(1)?;
        let (start, place) = self.starts[s];
        let end = self.starts.get(s + 1).map_or(self.all.len(), |&(_, next)| next);
        Some(place + (token - start)).filter(|&index| index < end)
    }

    fn get(&self, token: usize) -> Option<&At> {
        self.index(token).map(|index| &self.all[index])
    }

    /// The clause of a token, if its sentence is active.
    pub(super) fn clause(&self, token: usize) -> Option<u32> {
        self.get(token).map(|at| at.clause)
    }
}

const DEPTHS: usize = Depth::Modifier as usize + 1;

impl Scene {
    pub(crate) fn new(prepared: &Prepared, matches: &Matches) -> Self {
        let ad = prepared.genre == Genre::Ad;
        let reach = Reach::new(matches);
        let mut cues = Vec::new();
        let mut signs = Vec::new();
        let mut parts = Vec::new();
        for (id, range) in &matches.markers {
            match sign(*id) {
                Some(Sign::Cue(cue)) => cues.push((cue, range.clone())),
                Some(Sign::Part(kind)) => parts.push((kind, range.clone())),
                Some(other) => signs.push((other, range.clone())),
                None => {}
            }
        }
        let places = clauses(prepared, matches, &signs);
        cues.extend(composed::find(prepared, matches, &places, &parts, &cues, ad));
        // A cue of the other genre must not silence what it covers.
        cues.retain(|(cue, range)| {
            let named = (cue.stance == Stance::Important && cue.place == Place::Before && reach.is_inside(range))
                || (cue.stance == Stance::Needed && reach.is_cut(range));
            cue.counts(ad) && !named
        });
        let cues = longest(cues);
        let conditions = if ad { Vec::new() } else { conditions(prepared, matches, &signs) };
        let mut scene = Self { cues: Vec::new(), places, governors: Vec::new(), conditions, signs };
        for (cue, range) in cues {
            if !cue.pseudo {
                let stance = if ad { cue.ad.unwrap_or(cue.stance) } else { cue.stance };
                let from = if cue.place == Place::Before { range.start } else { scene.reach_back(prepared, &range) };
                if cue.depth > Depth::Base {
                    scene.governors.push(range.end);
                }
                scene.cues.push(CueAt { cue, range, stance, from });
            }
        }
        scene.spread(matches);
        scene
    }

    /// Where a predicate's subject begins: at the clause's start, or behind the last comma where another cue governs the clause's beginning.
    fn reach_back(&self, prepared: &Prepared, range: &Range<usize>) -> usize {
        let clause = self.places.clause(range.start);
        let governors = self.governors.iter().rev().inspect(|_| step());
        let floor = governors.copied().find(|&end| end <= range.start).unwrap_or(0);
        let mut at = range.start;
        let mut comma = None;
        while at > floor && self.places.clause(at - 1) == clause {
            step();
            at -= 1;
            let token = &prepared.tokens[at];
            if comma.is_none() && token.is_punct(',') {
                comma = Some(at + 1);
            }
            // A clause begins behind «at», and what stands in brackets speaks of itself.
            if token.is_punct('(') || (token.is_word() && prepared.word(token) == "at") {
                return at + 1;
            }
        }
        let governed = at == floor && floor > 0 && self.places.clause(floor - 1) == clause;
        match comma {
            Some(comma) if governed => comma,
            _ => at,
        }
    }

    /// Carries the cues through their clauses.
    fn spread(&mut self, matches: &Matches) {
        for (mark, at) in (1..).zip(&self.cues) {
            let d = at.cue.depth as usize;
            if matches!(at.cue.place, Place::Before | Place::Around) {
                // From its second word on: a mention may begin in the cue's last word (*du skal [jobbe på tvers]*).
                for token in at.range.start + 1..=at.range.end {
                    if let Some(index) = self.places.index(token) {
                        self.places.all[index].before[d] = mark;
                    }
                }
            }
            if matches!(at.cue.place, Place::After | Place::Around)
                && let Some(index) = at.range.start.checked_sub(1).and_then(|token| self.places.index(token))
            {
                self.places.all[index].after[d] = mark;
            }
        }
        let mut rest = self.places.all.as_mut_slice();
        for sentence in matches.active() {
            let (places, behind) = rest.split_at_mut(sentence.len());
            rest = behind;
            for i in 1..places.len() {
                if places[i].clause == places[i - 1].clause {
                    for d in 0..DEPTHS {
                        if places[i].before[d] == 0 {
                            places[i].before[d] = places[i - 1].before[d];
                        }
                    }
                }
            }
            for i in (1..places.len()).rev() {
                if places[i].clause == places[i - 1].clause {
                    for d in 0..DEPTHS {
                        if places[i - 1].after[d] == 0 {
                            places[i - 1].after[d] = places[i].after[d];
                        }
                    }
                }
            }
        }
    }

    /// The nearest cue of this depth that governs the tokens.
    pub(crate) fn governing(&self, depth: Depth, tokens: &Range<usize>) -> Option<&CueAt> {
        let cue = |mark: u32| (mark as usize).checked_sub(1).and_then(|i| self.cues.get(i));
        let (first, last) = (self.places.get(tokens.start)?, self.places.get(tokens.end - 1)?);
        let clause = Some(first.clause);
        let before = cue(first.before[depth as usize])
            .filter(|at| at.range.start < tokens.start && self.places.clause(at.range.end - 1) == clause);
        let after = cue(last.after[depth as usize]).filter(|at| {
            at.range.start >= tokens.end && at.from <= tokens.start && self.places.clause(at.range.start) == clause
        });
        match (before, after) {
            (Some(before), Some(after)) => {
                let left = tokens.start.saturating_sub(before.range.end);
                let right = after.range.start - tokens.end;
                // A predicate follows its subject closely; what stands before governs more.
                Some(if right < left { after } else { before })
            }
            (one, other) => one.or(other),
        }
    }

    /// The words that make the place a mere supposition.
    pub(crate) fn condition(&self, at: usize) -> Option<Range<usize>> {
        let before = self.conditions.partition_point(|condition| condition.start <= at).checked_sub(1)?;
        let condition = &self.conditions[before];
        (at < condition.end).then(|| condition.start..condition.start + 1)
    }

    /// Whether no clause begins between the two tokens.
    pub(crate) fn is_same_clause(&self, one: usize, other: usize) -> bool {
        self.places.clause(one).is_some_and(|clause| self.places.clause(other) == Some(clause))
    }

    /// Whether what looks like the beginning of a purpose is the end of a frame.
    pub(crate) fn is_framed(&self, range: &Range<usize>) -> bool {
        covers(&self.signs, range, Sign::is_no_purpose)
    }

    /// For each sentence, the index of its first cue of this stance.
    pub(crate) fn firsts(&self, stance: Stance, sentences: &[Range<usize>]) -> Vec<Option<usize>> {
        let mut cues = self.cues.iter().enumerate().peekable();
        let mut firsts = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let mut first = None;
            while let Some((i, at)) = cues.next_if(|(_, at)| at.range.start < sentence.end) {
                step();
                if first.is_none() && at.stance == stance && at.range.start >= sentence.start {
                    first = Some(i);
                }
            }
            firsts.push(first);
        }
        firsts
    }
}

/// Whether a longer sign of the wanted kind covers the range (*talent for å* the *for å*). The signs are in order of their start.
fn covers(signs: &[(Sign, Range<usize>)], range: &Range<usize>, wanted: fn(&Sign) -> bool) -> bool {
    let to = signs.partition_point(|(_, sign)| sign.start <= range.start);
    signs[..to]
        .iter()
        .rev()
        .take_while(|(_, frame)| frame.start + LONGEST_FRAME >= range.start)
        .inspect(|_| step())
        .any(|(sign, frame)| wanted(sign) && range.end <= frame.end)
}

/// Words that a frame like *talent for å* has before its preposition, at most.
const LONGEST_FRAME: usize = 4;

/// Where the mentions lie, to keep the cues apart from them.
struct Reach {
    /// Start, end, and how far the mentions up to this one reach; in order of the start.
    mentions: Vec<(usize, usize, usize)>,
}

impl Reach {
    fn new(matches: &Matches) -> Self {
        let mut mentions: Vec<(usize, usize, usize)> =
            matches.mentions.iter().map(|mention| (mention.tokens.start, mention.tokens.end, 0)).collect();
        mentions.sort_unstable();
        let mut furthest = 0;
        for mention in &mut mentions {
            furthest = mention.1.max(furthest);
            mention.2 = furthest;
        }
        Self { mentions }
    }

    /// How many mentions begin before the token.
    fn before(&self, token: usize) -> usize {
        self.mentions.partition_point(|&(start, ..)| start < token)
    }

    /// Whether the cue's last words belong to a mention that goes on behind it: in *du skal bygge nettverk*, *skal bygge* builds nothing up.
    fn is_cut(&self, cue: &Range<usize>) -> bool {
        let begun = &self.mentions[self.before(cue.start + 1)..];
        begun.iter().take_while(|&&(start, ..)| start < cue.end).any(|&(_, end, _)| end > cue.end)
    }

    /// Whether the cue is part of a competence's name: in *evne til å prioritere*, *prioritere* puts nothing first.
    fn is_inside(&self, cue: &Range<usize>) -> bool {
        self.before(cue.start + 1).checked_sub(1).is_some_and(|last| self.mentions[last].2 >= cue.end)
    }
}

/// Drops the cues that lie inside a longer one (*ikke krav om* silences *krav om*), unless the longer one says the same of the other side;
/// cues that only overlap stand side by side.
fn longest(mut cues: Vec<(&'static Cue, Range<usize>)>) -> Vec<(&'static Cue, Range<usize>)> {
    cues.sort_by(|(a, one), (b, other)| {
        (one.start, std::cmp::Reverse(one.end), &a.id).cmp(&(other.start, std::cmp::Reverse(other.end), &b.id))
    });
    cues.dedup_by(|(a, one), (b, other)| one == other && a.id == b.id);
    // The furthest end so far, the range that reached it, and its cue.
    let mut widest: (Range<usize>, Option<&'static Cue>) = (0..0, None);
    cues.retain(|(cue, range)| {
        let inside = range.end <= widest.0.end && *range != widest.0;
        let other_side = widest.1.is_some_and(|outer| {
            !outer.pseudo && outer.stance == cue.stance && outer.place != Place::Around && outer.place != cue.place
        });
        if range.end > widest.0.end {
            widest = (range.clone(), Some(cue));
        }
        !inside || other_side
    });
    cues
}

/// A main clause after a subordinate one: *Siden stillingen ikke har …, er du …*. With *det* or *vi* it speaks of what stands before: *har du X, er det et pluss*.
fn is_turned(prepared: &Prepared, at: usize) -> bool {
    let word = |i: usize| prepared.tokens.get(i).filter(|token| token.is_word()).map(|token| prepared.word(token));
    at > 0
        && prepared.tokens[at - 1].is_punct(',')
        && word(at).is_some_and(|word| grammar::words().is_finite(word))
        && word(at + 1).is_some_and(|next| matches!(next, "du" | "de" | "dei" | "jeg" | "eg"))
        // «Har du humor, kommer du langt» speaks of the humour.
        && word(at + 2) != Some("langt")
}

/// Conditional clauses, each up to the main clause behind its comma, or to the end of its sentence: *dersom …, må*; *skal vi lykkes, må*. In order.
fn conditions(prepared: &Prepared, matches: &Matches, signs: &[(Sign, Range<usize>)]) -> Vec<Range<usize>> {
    let word = |at: usize| prepared.tokens.get(at).filter(|token| token.is_word()).map(|token| prepared.word(token));
    let turns = |at: usize| {
        prepared.tokens[at].is_punct(',') && word(at + 1).is_some_and(|next| grammar::words().is_finite(next))
    };
    let mut starts: Vec<usize> =
        signs.iter().filter(|(sign, _)| matches!(sign, Sign::Condition)).map(|(_, range)| range.start).collect();
    let asks = matches.active().map(|sentence| sentence.start).filter(|&start| word(start) == Some("skal"));
    starts.extend(asks);
    starts.sort_unstable();
    let mut conditions: Vec<Range<usize>> = Vec::new();
    for start in starts {
        // One within another is part of it.
        if conditions.last().is_some_and(|last| last.end > start) {
            continue;
        }
        let sentence = &matches.sentences[matches.sentence_at(start)];
        let end = (start..sentence.end).inspect(|_| step()).find(|&at| turns(at));
        // «Skal hun lede en avdeling?» asks.
        if end.is_some() || word(start) != Some("skal") {
            conditions.push(start..end.unwrap_or(sentence.end));
        }
    }
    conditions
}

/// Numbers the clauses: a new one at each sentence, boundary word, clause start, purpose and semicolon.
fn clauses(prepared: &Prepared, matches: &Matches, signs: &[(Sign, Range<usize>)]) -> Places {
    let mut begins = vec![false; prepared.tokens.len() + 1];
    for sentence in matches.active() {
        begins[sentence.start] = true;
    }
    let mut closes = vec![false; prepared.tokens.len() + 1];
    for mention in &matches.mentions {
        closes[mention.tokens.end] = true;
    }
    for (sign, range) in signs {
        match sign {
            Sign::Boundary if covers(signs, range, Sign::is_no_boundary) => {}
            Sign::Boundary | Sign::ClauseStart => begins[range.start] = true,
            Sign::Purpose => {
                let word = prepared.word(&prepared.tokens[range.start]);
                // «evne til å», «talent for å» and the like are frames, no purpose; «til å» is one right behind a competence.
                let begin = word != "til" || closes[range.start];
                if begin && !covers(signs, range, Sign::is_no_purpose) {
                    begins[range.start] = true;
                }
            }
            _ => {}
        }
    }
    let mut places = Places::new(matches);
    let mut clause = 0;
    for (i, at) in matches.active().flatten().zip(&mut places.all) {
        if begins[i] || prepared.tokens[i].is_punct(';') || is_turned(prepared, i) {
            clause += 1;
        }
        at.clause = clause;
    }
    places
}
