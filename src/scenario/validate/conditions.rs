//! Conditions and effects with their names resolved.

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::file::{ConditionFile, EffectFile};
use super::super::ids::{
    AuthorityId, ElementId, FlagId, ItemId, MilestoneId, OperationId, PersonId, QuestionId, RoleId,
    SubjectId, TaskId, Team,
};
use super::super::model::{Condition, Effect};
use super::super::ranges::range;
use super::super::sink::shown;
use super::Cx;
use super::names::well_formed;

impl Cx<'_, '_> {
    pub(super) fn condition(&mut self, condition: &ConditionFile, trail: &Trail) -> Condition {
        use ConditionFile as F;
        let names = self.names;
        let (first, item, person) = (trail.nth(0), trail.field("item"), trail.field("person"));
        let subject = trail.field("subject");
        match condition {
            F::Always => Condition::Always,
            F::All(parts) => Condition::All(self.parts(parts, &first)),
            F::Any(parts) => Condition::Any(self.parts(parts, &first)),
            F::Not(inner) => Condition::Not(Box::new(self.condition(inner, &first))),
            F::Round(cmp) => Condition::Round(*cmp),
            F::Exposure(cmp) => Condition::Exposure(*cmp),
            F::Welfare { person: p, is } => Condition::Welfare {
                person: PersonId(self.index(&names.people, p, &person)),
                is: *is,
            },
            F::Holds { item: i, by } => Condition::Holds {
                item: ItemId(self.index(&names.items, i, &item)),
                by: *by,
            },
            F::Shared { item: i, to } => Condition::Shared {
                item: ItemId(self.index(&names.items, i, &item)),
                to: *to,
            },
            F::Trust(cmp) => Condition::Trust(*cmp),
            F::Requested { subject: s, by } => Condition::Requested {
                subject: SubjectId(self.index(&names.subjects, s, &subject)),
                by: *by,
            },
            F::Replied { subject: s, by } => Condition::Replied {
                subject: SubjectId(self.index(&names.subjects, s, &subject)),
                by: *by,
            },
            F::Queried { subject: s, by } => Condition::Queried {
                subject: SubjectId(self.index(&names.subjects, s, &subject)),
                by: *by,
            },
            F::BlueOnBlue(cmp) => Condition::BlueOnBlue(*cmp),
            F::Breaches(cmp) => Condition::Breaches(*cmp),
            F::Theorised(team) => Condition::Theorised(*team),
            F::Done(task) => Condition::Done(TaskId(self.index(&names.tasks, task, &first))),
            F::Flag(flag) => Condition::Flag(self.flag(flag, &first)),
            F::Milestone(m) => {
                Condition::Milestone(MilestoneId(self.index(&names.milestones, m, &first)))
            }
            F::Offence(offence) => Condition::Offence(*offence),
            F::Answered(q) => {
                Condition::Answered(QuestionId(self.index(&names.questions, q, &first)))
            }
            F::Status { person: p, is } => Condition::Status {
                person: PersonId(self.index(&names.people, p, &person)),
                is: *is,
            },
            F::Cited(i) => Condition::Cited(ItemId(self.index(&names.items, i, &first))),
            F::Authorised(a) => {
                Condition::Authorised(AuthorityId(self.index(&names.authorities, a, &first)))
            }
            F::Proven { element, before } => Condition::Proven {
                element: ElementId(self.index(&names.elements, element, &trail.field("element"))),
                before: *before,
            },
            F::Role { subject: s, is } => Condition::Role {
                role: RoleId(self.index(&names.roles, s, &subject)),
                is: *is,
            },
            F::Stepped(_) | F::Reacted(_) | F::Chosen { .. } => {
                self.plot_condition(condition, trail)
            }
            F::Executed(o) => {
                Condition::Executed(OperationId(self.index(&names.operations, o, &first)))
            }
            F::Attempted(o) => {
                Condition::Attempted(OperationId(self.index(&names.operations, o, &first)))
            }
            F::CriticalErrors(cmp) => Condition::CriticalErrors(*cmp),
        }
    }

    fn parts(&mut self, parts: &[ConditionFile], list: &Trail) -> Vec<Condition> {
        parts
            .iter()
            .enumerate()
            .map(|(n, part)| self.condition(part, &list.nth(n)))
            .collect()
    }

    pub(super) fn flag(&mut self, name: &str, trail: &Trail) -> FlagId {
        if !(well_formed(name) || name.is_empty() && self.mended) {
            let message = format!(
                "`{}` is not a flag: use a–z, 0–9 and _, a letter first",
                shown(name)
            );
            self.tell(trail, Code::MalformedId, message, "not an id");
        }
        match self.flags.index(name) {
            Some(ix) => FlagId(ix),
            None => {
                self.sink.broken = true;
                self.tell(
                    trail,
                    Code::TooMany,
                    "more than 65,535 flags".to_owned(),
                    "one too many",
                );
                FlagId(0)
            }
        }
    }

    /// Effects of a task or inject; `home` is whose they are where none is named.
    pub(super) fn effects(
        &mut self,
        effects: &[EffectFile],
        home: Option<Team>,
        list: &Trail,
    ) -> Vec<Effect> {
        let each = effects.iter().enumerate();
        each.map(|(n, effect)| self.effect(effect, home, &list.nth(n)))
            .collect()
    }

    fn effect(&mut self, effect: &EffectFile, home: Option<Team>, trail: &Trail) -> Effect {
        use EffectFile as F;
        let names = self.names;
        let first = trail.nth(0);
        match effect {
            F::Give { item, to } => {
                let item = ItemId(self.index(&names.items, item, &trail.field("item")));
                let team = to.or(home).unwrap_or_else(|| {
                    if !self.mended {
                        let message =
                            "this does not go to exactly one team, so `Give` must name one";
                        self.sink
                            .at(
                                self.docs,
                                trail.find(self.docs),
                                Code::GiveToWhom,
                                message.to_owned(),
                            )
                            .label("to whom?")
                            .help("add `to: North` or `to: South`");
                    }
                    Team::North
                });
                Effect::Give { item, to: team }
            }
            F::Flag(flag) => Effect::Flag(self.flag(flag, &first)),
            F::Exposure(by) => {
                self.as_in(&first, "Exposure", "exposure", i64::from(*by));
                Effect::Exposure(*by)
            }
            F::Welfare { person, by } => {
                self.as_in(&trail.field("by"), "by", "welfare", i64::from(*by));
                let person = PersonId(self.index(&names.people, person, &trail.field("person")));
                Effect::Welfare { person, by: *by }
            }
            F::Trust(by) => {
                self.within(&first, "trust", i64::from(*by), -100, 100);
                Effect::Trust(*by)
            }
            F::Open(task) => Effect::Open(TaskId(self.index(&names.tasks, task, &first))),
            F::Close(task) => Effect::Close(TaskId(self.index(&names.tasks, task, &first))),
        }
    }

    /// Tells a field's number that is out of the field's range.
    pub(super) fn ranged(&mut self, owner: &Trail, field: &'static str, n: i64) {
        self.as_in(&owner.field(field), field, field, n);
    }

    /// Tells a number that is out of the range of a field or word.
    pub(super) fn as_in(&mut self, trail: &Trail, owner: &str, what: &str, n: i64) {
        if let Some((min, max)) = range(owner) {
            self.within(trail, what, n, min, max);
        }
    }

    /// Tells a number that is not between two others.
    pub(super) fn within(&mut self, trail: &Trail, what: &str, n: i64, min: i64, max: i64) {
        if n >= min && n <= max || self.mended && n == 0 {
            return;
        }
        let message = format!("{what} is {n}; it must be from {min} to {max}");
        self.tell(trail, Code::OutOfRange, message, &format!("{min} to {max}"));
    }
}
