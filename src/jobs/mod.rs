//! Background work: each job is a step that can run alone, and a loop that repeats it until the
//! service stops. What a step does belongs to its subject; each step must cope with running twice,
//! or in two processes at once.

pub(crate) mod retry;
pub(crate) mod store;

use crate::base::fault::{Fault, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// A step and how long to rest after it found nothing to do.
pub struct Job {
    pub name: &'static str,
    pub rest: Duration,
    /// Returns how much was done; if it was more than nothing, the step runs again at once.
    pub step: Box<dyn Fn() -> Result<usize> + Send>,
}

/// Running jobs, one thread each.
pub(crate) struct Workers {
    stop: Arc<Stop>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct Stop {
    told: Mutex<bool>,
    bell: Condvar,
}

impl Workers {
    pub(crate) fn start(jobs: Vec<Job>) -> Result<Workers, String> {
        let stop = Arc::new(Stop::default());
        let mut threads = Vec::new();
        for job in jobs {
            let stop = Arc::clone(&stop);
            let thread = Builder::new()
                .name(job.name.to_owned())
                .spawn(move || run(&job, &stop))
                .map_err(|error| format!("A background job cannot be started: {error}"))?;
            threads.push(thread);
        }
        Ok(Workers { stop, threads })
    }

    /// Lets every running step finish.
    pub(crate) fn stop(self) {
        *self.stop.told.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.stop.bell.notify_all();
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a background job ended in a panic");
            }
        }
    }
}

fn run(job: &Job, stop: &Stop) {
    loop {
        let rest = match once(job) {
            Ok(0) => job.rest,
            Ok(_) => Duration::ZERO,
            Err(fault) => {
                tracing::error!(job = job.name, cause = fault.for_log(), "a background job failed");
                job.rest
            }
        };
        let told = stop.told.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = stop.bell.wait_timeout_while(told, rest, |told| !*told);
        let (told, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *told {
            return;
        }
    }
}

/// A panic in one step ends that step, not the job.
fn once(job: &Job) -> Result<usize> {
    catch_unwind(AssertUnwindSafe(&job.step))
        .unwrap_or_else(|_| Err(Fault::internal("a panic in a background job")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_job_runs_again_at_once_while_there_is_work_and_outlives_a_failure() {
        let (tell, hear) = channel();
        let left = Mutex::new(vec![Ok(0), Err("broken"), Ok(2), Ok(1)]);
        let step = move || {
            let next = left.lock().expect("one thread").pop();
            tell.send(next.is_some()).expect("the test listens");
            match next {
                Some(Ok(done)) => Ok(done),
                Some(Err(why)) => Err(Fault::internal(why)),
                None => Ok(0),
            }
        };
        let rest = Duration::from_millis(1);
        let workers = Workers::start(vec![Job { name: "count", rest, step: Box::new(step) }])
            .expect("a thread");

        assert_eq!(hear.iter().take(5).collect::<Vec<_>>(), [true, true, true, true, false]);
        workers.stop();
        assert!(hear.iter().all(|more| !more), "nothing runs after the stop");
    }
}
