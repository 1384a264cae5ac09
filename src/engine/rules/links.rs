//! The link chart and the joint board: what a team reads of two subjects, and what it stands for before
//! its partner.
//!
//! A chart is made of what items say, as far as the team can read them, and of the team's own claims. A
//! link is corroborated by two items of which at least one source is better than not reliable; a claim
//! corroborates nothing, for it says no more than its items. A partner's posting does not either: it may
//! rest on what the team itself has told (6-doctrine, Law: grading; circular reporting).
//!
//! To post a link is to share it, so handling binds (third-party rule, tear-line): it goes onto the
//! board only if something behind it may go to the partner at once as it stands, or is there already.

use std::collections::{BTreeMap, BTreeSet};

use super::sharing;
use crate::engine::board::Claim;
use crate::engine::event::{CaseTime, Event};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Holding, State};
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::model::{Link, Said};
use crate::scenario::words::{Form, Handling, LinkStatus};

/// What a team has on one link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Items that say it.
    pub says: Vec<ItemId>,
    /// Items that say that it is not so.
    pub denies: Vec<ItemId>,
    /// The items of the team's own claim.
    pub claim: Option<Vec<ItemId>>,
}

impl Support {
    /// How many items are behind it, each counted once.
    #[must_use]
    pub fn behind(&self) -> u16 {
        let claimed = self.claim.iter().flatten();
        let all: BTreeSet<&ItemId> = self.says.iter().chain(claimed).collect();
        u16::try_from(all.len()).unwrap_or(u16::MAX)
    }

    fn stands(&self) -> bool {
        !self.says.is_empty() || self.claim.is_some()
    }
}

/// What the team can read of a holding: the links of the full text, or those of the tear-line.
fn read<'s>(state: &'s State, holding: &Holding) -> &'s [Said] {
    state.scenario.item(holding.item).says(holding.form)
}

fn named<'s>(state: &'s State, holding: &Holding) -> &'s [SubjectId] {
    state.scenario.item(holding.item).named(holding.form)
}

/// Everything that the team has on any link: from its items and its claims, not from the board.
#[must_use]
pub fn supports(state: &State, team: Team) -> BTreeMap<Link, Support> {
    let mut out: BTreeMap<Link, Support> = BTreeMap::new();
    for holding in &state.team(team).folder {
        for said in read(state, holding) {
            let support = out.entry(said.link).or_default();
            if said.negated {
                support.denies.push(holding.item);
            } else {
                support.says.push(holding.item);
            }
        }
    }
    for Claim { link, items, .. } in &state.board.claims[team.index()] {
        out.entry(*link).or_default().claim = Some(items.clone());
    }
    out
}

/// What the team has on one link, if anything: from its items and its claim, not from the board.
#[must_use]
pub fn support(state: &State, team: Team, link: Link) -> Option<Support> {
    let mut support = Support::default();
    for holding in &state.team(team).folder {
        for said in read(state, holding).iter().filter(|s| s.link == link) {
            if said.negated {
                support.denies.push(holding.item);
            } else {
                support.says.push(holding.item);
            }
        }
    }
    support.claim = (state.board.claim(team, link)).map(|c| c.items.clone());
    (support.stands() || !support.denies.is_empty()).then_some(support)
}

/// How a link stands on the team's chart. `support` is what the team itself has on it, if anything.
#[must_use]
pub fn status(state: &State, link: Link, support: Option<&Support>) -> LinkStatus {
    let challenged = state
        .board
        .entry(link)
        .is_some_and(|e| e.challenged.iter().any(Option::is_some));
    let Some(support) = support else {
        return if challenged {
            LinkStatus::Contested
        } else {
            LinkStatus::PartnerOnly
        };
    };
    let source = |id: &ItemId| state.scenario.item(*id).source;
    if challenged || !support.denies.is_empty() {
        LinkStatus::Contested
    } else if support.says.len() >= 2 && support.says.iter().any(|i| source(i) < 3) {
        LinkStatus::Corroborated
    } else {
        LinkStatus::OneSource
    }
}

/// May the team post the link now?
///
/// # Errors
/// `LinkNotOnChart`: it has nothing that speaks for it. `AlreadyPosted`. `HandlingForbidsLink`: what is
/// behind it may not go to the partner as it stands. `TheoryFirst`, as for all sharing.
pub fn postable(
    state: &State,
    team: Team,
    link: Link,
    support: Option<&Support>,
) -> Result<u16, Refusal> {
    let support = support
        .filter(|s| s.stands())
        .ok_or(Refusal::LinkNotOnChart)?;
    if state
        .board
        .entry(link)
        .is_some_and(|e| e.posted[team.index()].is_some())
    {
        return Err(Refusal::AlreadyPosted);
    }
    let by_item = support
        .says
        .iter()
        .any(|i| tellable(state, team, *i, |item, form| has(item.says(form), link)));
    // A claim tells that its items name both, so that much of one of them must be tellable.
    let by_claim = support.claim.iter().flatten().any(|i| {
        tellable(state, team, *i, |item, form| {
            let subjects = item.named(form);
            subjects.contains(&link.from) && subjects.contains(&link.to)
        })
    });
    if !by_item && !by_claim {
        return Err(Refusal::HandlingForbidsLink);
    }
    if state.team(team).first_theory.is_none() {
        return Err(Refusal::TheoryFirst);
    }
    Ok(support.behind())
}

fn has(links: &[Said], link: Link) -> bool {
    links.iter().any(|s| s.link == link && !s.negated)
}

/// May the partner read `what` of an item that the team holds? What came from there, or has arrived
/// there, it may; else an open item in full, any other by its tear-line.
fn tellable(
    state: &State,
    team: Team,
    id: ItemId,
    what: impl Fn(&crate::scenario::model::Item, Form) -> bool,
) -> bool {
    let Some(holding) = state.holding(team, id) else {
        return false;
    };
    let item = state.scenario.item(id);
    if holding.received.is_some() || item.origin != team {
        return what(item, holding.form);
    }
    let arrived = |form: Form| {
        let mut sent = state.team(team).sendings.iter();
        sent.any(|s| s.item == id && s.arrived && s.form == form)
    };
    let full = item.handling == Handling::Open || arrived(Form::Full);
    (full && what(item, Form::Full)) || (item.tear_line.is_some() && what(item, Form::TearLine))
}

/// A claim of the team's own: `items` are what it is read out of; each names both subjects.
///
/// # Errors
/// `LinkToItself`; `SubjectUnknown`: the team has not heard of an end; `LinkWithoutItems`;
/// `ItemNotHeld`; `ItemNamesNotBoth`, as the team can read it; `AlreadyClaimed`, with the same items.
pub(crate) fn add(
    state: &State,
    team: Team,
    link: Link,
    items: &[ItemId],
) -> Result<Vec<Event>, Refusal> {
    let link = known(state, team, link)?;
    let items: BTreeSet<ItemId> = items.iter().copied().collect();
    if items.is_empty() {
        return Err(Refusal::LinkWithoutItems);
    }
    for item in &items {
        let holding = state.holding(team, *item).ok_or(Refusal::ItemNotHeld)?;
        let named = named(state, holding);
        if !named.contains(&link.from) || !named.contains(&link.to) {
            return Err(Refusal::ItemNamesNotBoth { item: *item });
        }
    }
    let items: Vec<ItemId> = items.into_iter().collect();
    if state
        .board
        .claim(team, link)
        .is_some_and(|c| c.items == items)
    {
        return Err(Refusal::AlreadyClaimed);
    }
    Ok(vec![Event::LinkAdded { team, link, items }])
}

/// Takes a claim back. It stays on the joint board if it was posted there.
///
/// # Errors
/// `NoSuchClaim`.
pub(crate) fn remove(state: &State, team: Team, link: Link) -> Result<Vec<Event>, Refusal> {
    let link = Link::new(link.from, link.to, link.kind);
    if state.board.claim(team, link).is_none() {
        return Err(Refusal::NoSuchClaim);
    }
    Ok(vec![Event::LinkRemoved { team, link }])
}

/// Puts a link before the partner, with how many items are behind it.
///
/// # Errors
/// `LinkToItself`, `SubjectUnknown`, and those of [`postable`].
pub(crate) fn post(state: &State, team: Team, link: Link) -> Result<Vec<Event>, Refusal> {
    let link = known(state, team, link)?;
    let support = support(state, team, link);
    let behind = postable(state, team, link, support.as_ref())?;
    Ok(vec![Event::LinkPosted { team, link, behind }])
}

/// Takes the team's own posting back; what the partner has read stays read.
///
/// # Errors
/// `NotPosted`, by this team.
pub(crate) fn withdraw(state: &State, team: Team, link: Link) -> Result<Vec<Event>, Refusal> {
    let link = Link::new(link.from, link.to, link.kind);
    let entry = state.board.entry(link).ok_or(Refusal::NotPosted)?;
    if entry.posted[team.index()].is_none() {
        return Err(Refusal::NotPosted);
    }
    Ok(vec![Event::LinkWithdrawn { team, link }])
}

/// Doubts what the partner has posted, with the reason; both read it.
///
/// # Errors
/// `NotPosted`; `OwnLink`: the team stands for it itself, and would withdraw it; `AlreadyChallenged`;
/// `TheoryFirst`; and those of a message for the text.
pub(crate) fn challenge(
    state: &State,
    team: Team,
    link: Link,
    text: &str,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let link = Link::new(link.from, link.to, link.kind);
    let entry = state.board.entry(link).ok_or(Refusal::NotPosted)?;
    if entry.posted[team.index()].is_some() {
        return Err(Refusal::OwnLink);
    }
    if entry.challenged[team.index()].is_some() {
        return Err(Refusal::AlreadyChallenged);
    }
    if state.team(team).first_theory.is_none() {
        return Err(Refusal::TheoryFirst);
    }
    let text = sharing::told(text)?.to_owned();
    Ok(vec![Event::LinkChallenged {
        team,
        link,
        text,
        at,
    }])
}

/// Doubts it no more.
///
/// # Errors
/// `NotChallenged`, by this team.
pub(crate) fn settle(state: &State, team: Team, link: Link) -> Result<Vec<Event>, Refusal> {
    let link = Link::new(link.from, link.to, link.kind);
    let doubted = state
        .board
        .entry(link)
        .is_some_and(|e| e.challenged[team.index()].is_some());
    if !doubted {
        return Err(Refusal::NotChallenged);
    }
    Ok(vec![Event::ChallengeSettled { team, link }])
}

/// The link in its one form, if the team has heard of both ends.
fn known(state: &State, team: Team, link: Link) -> Result<Link, Refusal> {
    let known = super::theory::known_subjects(state, team);
    for subject in [link.from, link.to] {
        if !known.has(subject.index()) {
            return Err(Refusal::SubjectUnknown { subject });
        }
    }
    if link.from == link.to {
        return Err(Refusal::LinkToItself);
    }
    Ok(Link::new(link.from, link.to, link.kind))
}
