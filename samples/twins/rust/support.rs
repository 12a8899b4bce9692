// Shared by every program here: a leaf future that is pending a given number of times,
// a guard that prints when it is dropped, and a driver that polls one future by hand.
#![allow(dead_code)]
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

/// Leaf future: pending `pending` times (waking itself each time), then ready with `value`.
pub struct Step<T> { pub name: &'static str, pub pending: u32, pub value: Option<T> }

pub fn step<T>(name: &'static str, pending: u32, value: T) -> Step<T> {
    println!("create {name}");
    Step { name, pending, value: Some(value) }
}

impl<T: Unpin> Future for Step<T> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        if self.pending > 0 {
            self.pending -= 1;
            println!("leaf {} pending", self.name);
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        println!("leaf {} ready", self.name);
        Poll::Ready(self.value.take().unwrap())
    }
}

/// Prints when it goes out of scope: the twin of a resource in try-with-resources.
pub struct Guard(pub &'static str);
impl Drop for Guard { fn drop(&mut self) { println!("close {}", self.0) } }

struct CountingWaker;
impl Wake for CountingWaker { fn wake(self: Arc<Self>) { println!("wake") } }

/// Polls until ready, printing a line before and after each poll.
pub fn drive<F: Future>(future: F, show: impl Fn(&F::Output) -> String) {
    let mut future = Box::pin(future);
    for n in 1.. {
        println!("poll {n}");
        if let Some(out) = poll_once(future.as_mut()) { println!("=> ready {}", show(&out)); return; }
        println!("=> pending");
    }
}

pub fn poll_once<F: Future + ?Sized>(future: Pin<&mut F>) -> Option<F::Output> {
    let waker = Waker::from(Arc::new(CountingWaker));
    match future.poll(&mut Context::from_waker(&waker)) { Poll::Ready(v) => Some(v), Poll::Pending => None }
}
