//! The evaluation guide: names, what can be observed, and how it is put together.

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::evaluation::{
    Capability, CriticalTask, CriticalTaskFile, Eye, Observable, ObservableFile, Part, range,
};
use super::super::ids::CriticalTaskId;
use super::super::read::Parsed;
use super::super::sink::shown;
use super::{Cx, Words};

/// The guide of the case; nothing, if it has none.
pub(super) fn all(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Capability> {
    let mut next = 0u16;
    let mut out = Vec::new();
    for capability in &parsed.evaluation.all {
        cx.mended = capability.broken;
        let (c, root) = (&capability.value, Trail::Root(capability.at));
        let text = |name: &'static str, own: &str| {
            words.text(|| format!("evaluation.{}.{name}", c.id), own)
        };
        let list = root.field("tasks");
        let mut tasks = Vec::new();
        for (n, task) in c.tasks.iter().enumerate() {
            let base = format!("evaluation.{}.tasks.{}", c.id, task.id);
            tasks.push(CriticalTask {
                key: task.id.clone(),
                id: CriticalTaskId(next),
                text: words.text(|| format!("{base}.text"), &task.text),
                team: task.team,
                observables: observables(cx, task, &list.nth(n), &base, words),
            });
            next = next.saturating_add(1);
        }
        out.push(Capability {
            key: c.id.clone(),
            objective: usize::from(cx.index(
                &cx.names.objectives,
                &c.objective,
                &root.field("objective"),
            )),
            text: text("text", &c.text),
            target: text("target", &c.target),
            tasks,
        });
    }
    if next == u16::MAX {
        cx.sink.broken = true;
    }
    out
}

fn observables(
    cx: &mut Cx,
    task: &CriticalTaskFile,
    trail: &Trail,
    base: &str,
    words: &Words,
) -> Vec<Observable> {
    if task.achieved.is_empty() && !cx.mended {
        let message = format!("nothing shows whether `{}` is achieved", shown(&task.id));
        cx.tell(
            &trail.field("achieved"),
            Code::NothingAchieved,
            message,
            "empty",
        );
    }
    let mut out = Vec::new();
    for part in Part::ALL {
        let list = trail.field(part.field());
        for (n, o) in task.part(part).iter().enumerate() {
            let path = || format!("{base}.{}.{n}.text", part.field());
            out.push(Observable {
                part,
                text: words.text(path, &o.text),
                by: eye(cx, o, &list.nth(n)),
            });
        }
    }
    out
}

fn eye(cx: &mut Cx, o: &ObservableFile, trail: &Trail) -> Eye {
    if let Some(bound) = &o.metric {
        let (least, most) = range(bound.of);
        let (metric, n) = (trail.field("metric"), bound.is.number());
        let (is, what) = (metric.field("is"), format!("{:?}", bound.of));
        cx.within(&is.nth(0), &what, n.into(), least.into(), most.into());
    }
    match (&o.when, &o.metric) {
        (Some(_), Some(_)) => {
            cx.sink.broken = true;
            let message = "an observable is seen by a condition or by a metric, not by both".into();
            cx.tell(
                &trail.field("metric"),
                Code::TwoEyes,
                message,
                "leave one out",
            );
            Eye::Judged
        }
        (Some(when), None) => Eye::When(cx.condition(when, &trail.field("when"))),
        (None, Some(bound)) => Eye::Measured(bound.of, bound.is),
        (None, None) => Eye::Judged,
    }
}
