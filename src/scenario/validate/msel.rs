//! Triggers, decisions and the network's plan: ranges, names, and how they are put together.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::file::{ConditionFile, InjectFile};
use super::super::ids::{InjectId, OptionId, PlaceId, ReactionId, StepId, Team};
use super::super::model::Condition;
use super::super::msel::{
    Choice, Decision, DecisionFile, MAX_OPTIONS, Network, PlanStep, Reaction, Trigger, TriggerFile,
    TriggerWords,
};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::{Cx, Words, origin};

/// Injects by number: their position, and the options of their decisions.
#[derive(Default)]
pub(super) struct Numbered<'a> {
    pub ids: BTreeMap<u16, (u16, Vec<&'a str>)>,
    /// Some may be missing, so none is called unknown.
    pub partial: bool,
}

impl<'a> Numbered<'a> {
    pub fn gather(parsed: &'a Parsed) -> Self {
        let mut out = Self {
            ids: BTreeMap::new(),
            partial: parsed.injects.partial || parsed.injects.all.iter().any(|i| i.broken),
        };
        for (inject, n) in parsed.injects.all.iter().zip(0u16..) {
            let options = inject.value.decision.iter().flat_map(|d| &d.options);
            let options = options.map(|o| o.id.as_str()).collect();
            out.ids.entry(inject.value.number).or_insert((n, options));
        }
        out
    }
}

/// Numbers in range, and decisions that can be decided.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    let rounds = parsed
        .case
        .as_ref()
        // What could not be read is told, and nothing else of it.
        .filter(|c| c.value.rounds > 0 || !c.broken)
        .map_or(u8::MAX, |c| c.value.rounds.max(1));
    let seconds = parsed.case.as_ref().map(|c| c.value.planning_seconds);
    for inject in &parsed.injects.all {
        cx.mended = inject.broken;
        let (i, root) = (&inject.value, Trail::Root(inject.at));
        let trigger = root.field("trigger");
        match i.trigger {
            TriggerFile::Timed { round, minute } => {
                let at = trigger.field("round");
                cx.in_time(&at, round, rounds);
                cx.within(&trigger.field("minute"), "minute", minute.into(), 0, 120);
                if let Some(seconds) = seconds.filter(|s| u32::from(minute) * 60 >= *s) {
                    let message = format!(
                        "planning ends after {} minutes; this inject would wait for the next round",
                        seconds / 60
                    );
                    let at = trigger.field("minute");
                    cx.tell(&at, Code::InjectAfterTime, message, "after the end");
                }
            }
            TriggerFile::Contingency { by, .. } => cx.in_time(&trigger.field("by"), by, rounds),
            TriggerFile::Holds | TriggerFile::ByHand => {}
        }
        if let Some(decision) = &i.decision {
            cx.decision(i, decision, &root, rounds);
        }
    }
    if let Some(network) = &parsed.network {
        cx.mended = network.broken;
        let root = Trail::Root(network.at);
        let (plan, reactions) = (root.field("plan"), root.field("reactions"));
        for (n, step) in network.value.plan.iter().enumerate() {
            let at = plan.nth(n);
            let round = step.round.into();
            cx.within(&at.field("round"), "round", round, 1, rounds.into());
        }
        for (n, reaction) in network.value.reactions.iter().enumerate() {
            let at = reactions.nth(n);
            let exposure = reaction.exposure.into();
            cx.within(&at.field("exposure"), "exposure", exposure, 1, 100);
        }
    }
}

/// The plan of the network; none, if the case has no such file.
pub(super) fn network(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Network {
    let Some(network) = &parsed.network else {
        return Network::default();
    };
    cx.mended = network.broken;
    let root = Trail::Root(network.at);
    let (plan, reactions) = (root.field("plan"), root.field("reactions"));
    let names = cx.names;
    Network {
        plan: (network.value.plan.iter().enumerate())
            .map(|(n, s)| {
                let at = plan.nth(n);
                PlanStep {
                    key: s.id.clone(),
                    round: s.round,
                    place: cx.maybe_place(s.place.as_ref(), &at.field("place")),
                    subjects: cx.subjects(&s.subjects, &at.field("subjects")),
                    text: words.text(|| format!("network.plan.{}.text", s.id), &s.text),
                    unless: s
                        .unless
                        .as_ref()
                        .map(|c| cx.condition(c, &at.field("unless"))),
                    effects: cx.effects(&s.effects, None, &at.field("effects")),
                }
            })
            .collect(),
        reactions: (network.value.reactions.iter().enumerate())
            .map(|(n, r)| {
                let at = reactions.nth(n);
                let cancels = at.field("cancels");
                Reaction {
                    key: r.id.clone(),
                    exposure: r.exposure,
                    place: cx.maybe_place(r.place.as_ref(), &at.field("place")),
                    cancels: (r.cancels.iter().enumerate())
                        .map(|(n, id)| StepId(cx.index(&names.steps, id, &cancels.nth(n))))
                        .collect(),
                    text: words.text(|| format!("network.reactions.{}.text", r.id), &r.text),
                    effects: cx.effects(&r.effects, None, &at.field("effects")),
                }
            })
            .collect(),
    }
}

impl Cx<'_, '_> {
    fn in_time(&mut self, trail: &Trail, round: u8, rounds: u8) {
        if round > rounds {
            let message =
                format!("this inject waits for a round after the last one, which is {rounds}");
            let label = format!("the case has {rounds} rounds");
            self.tell(trail, Code::InjectAfterEnd, message, &label);
        } else {
            self.within(trail, "round", round.into(), 1, rounds.into());
        }
    }

    fn decision(&mut self, i: &InjectFile, d: &DecisionFile, root: &Trail, rounds: u8) {
        let at = root.field("decision");
        self.within(
            &at.field("rounds"),
            "rounds",
            d.rounds.into(),
            1,
            rounds.into(),
        );
        let options = at.field("options");
        if d.options.len() < 2 && !self.mended {
            let message = "a decision needs at least two options".to_owned();
            self.tell(&options, Code::NothingToChoose, message, "no choice");
        }
        if d.options.len() > MAX_OPTIONS {
            let message = format!("a decision has at most {MAX_OPTIONS} options");
            let one = options.nth(MAX_OPTIONS);
            self.tell(&one, Code::TooMany, message, "one too many");
        }
        if i.to.is_empty() && !self.mended {
            let message = format!("inject {} asks nobody for its decision", i.number);
            self.tell(&root.field("to"), Code::DecidedByNobody, message, "nobody");
        }
    }

    pub(super) fn maybe_place(&mut self, place: Option<&String>, trail: &Trail) -> Option<PlaceId> {
        let names = self.names;
        place.map(|p| PlaceId(self.index(&names.places, p, trail)))
    }

    pub(super) fn trigger(&mut self, trigger: &TriggerFile, trail: &Trail) -> Trigger {
        match trigger {
            TriggerFile::Holds => Trigger::Holds,
            TriggerFile::Timed { round, minute } => Trigger::Timed {
                round: *round,
                minute: *minute,
            },
            TriggerFile::Contingency { expected, by } => Trigger::Contingency {
                expected: self.condition(expected, &trail.field("expected")),
                by: *by,
            },
            TriggerFile::ByHand => Trigger::ByHand,
        }
    }

    /// The conditions of a trigger as they are written.
    pub(super) fn trigger_words(&self, i: &InjectFile, root: &Trail) -> TriggerWords {
        let trigger = root.field("trigger");
        TriggerWords {
            when: self.written(&root.field("when")),
            expected: matches!(i.trigger, TriggerFile::Contingency { .. })
                .then(|| self.written(&trigger.field("expected"))),
        }
    }

    /// What stands at a place, on one line; `Always` where nothing is written.
    fn written(&self, trail: &Trail) -> Arc<str> {
        let (at, whole) = trail.resolve(self.docs);
        let text = self
            .docs
            .get(at.doc)
            .filter(|_| whole)
            .map_or("Always", |doc| at.spot.bytes.of(doc.text));
        text.split_whitespace().collect::<Vec<_>>().join(" ").into()
    }

    pub(super) fn decided(
        &mut self,
        i: &InjectFile,
        root: &Trail,
        words: &Words,
    ) -> Option<Decision> {
        let d = i.decision.as_ref()?;
        let at = root.field("decision");
        let options = at.field("options");
        let default = d.default.as_ref().and_then(|name| {
            let ids = d.options.iter().map(|o| o.id.as_str());
            self.option(i.number, ids, name, &at.field("default"))
        });
        Some(Decision {
            options: (d.options.iter().enumerate())
                .map(|(n, o)| {
                    let path = || format!("injects.{}.options.{}.text", i.number, o.id);
                    let list = options.nth(n);
                    Choice {
                        key: o.id.clone(),
                        text: words.text(path, &o.text),
                        effects: self.effects(
                            &o.effects,
                            origin::sole(&i.to),
                            &list.field("effects"),
                        ),
                    }
                })
                .collect(),
            rounds: d.rounds,
            default,
        })
    }

    /// The position of an option, or nothing after telling that there is none of this name.
    fn option<'i>(
        &mut self,
        number: u16,
        mut ids: impl Iterator<Item = &'i str> + Clone,
        name: &str,
        trail: &Trail,
    ) -> Option<u16> {
        if let Some(n) = ids.clone().position(|id| id == name) {
            return u16::try_from(n).ok();
        }
        self.sink.broken = true;
        if self.mended || self.names.injects.partial {
            return None;
        }
        let (message, guess) = if ids.next().is_none() {
            (format!("inject {number} asks for no decision"), None)
        } else {
            let message = format!("inject {number} has no option `{}`", shown(name));
            (message, self.sink.similar(name, ids))
        };
        self.sink
            .at(
                self.docs,
                trail.find(self.docs),
                Code::UnknownOption,
                message,
            )
            .label("not defined")
            .guess(self.docs, guess);
        None
    }

    /// The conditions that speak of injects and of the network.
    pub(super) fn plot_condition(&mut self, condition: &ConditionFile, trail: &Trail) -> Condition {
        use ConditionFile as F;
        let names = self.names;
        let first = trail.nth(0);
        match condition {
            F::Stepped(step) => Condition::Stepped(StepId(self.index(&names.steps, step, &first))),
            F::Reacted(id) => {
                Condition::Reacted(ReactionId(self.index(&names.reactions, id, &first)))
            }
            F::Chosen { inject, option, by } => self.chosen(*inject, option, *by, trail),
            _ => Condition::Always,
        }
    }

    fn chosen(&mut self, number: u16, option: &str, by: Team, trail: &Trail) -> Condition {
        let names = self.names;
        let Some((inject, options)) = names.injects.ids.get(&number) else {
            self.sink.broken = true;
            if !(names.injects.partial || self.mended && number == 0) {
                let message = format!("there is no inject {number}");
                let at = trail.field("inject");
                self.tell(&at, Code::UnknownInject, message, "not defined");
            }
            return Condition::Always;
        };
        let ids = options.iter().copied();
        let option = self.option(number, ids, option, &trail.field("option"));
        Condition::Chosen {
            inject: InjectId(*inject),
            option: OptionId(option.unwrap_or(0)),
            by,
        }
    }
}
