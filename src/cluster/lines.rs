//! Reads a streamed body line by line.

use http_body_util::BodyExt;
use kube::client::Body;

/// Reads lines from a body as they come.
pub(super) struct Lines {
    body: Body,
    buffer: Vec<u8>,
    /// How many bytes of the buffer are known to contain no line break.
    searched: usize,
}

impl Lines {
    pub fn new(body: Body) -> Self {
        Self {
            body,
            buffer: Vec::new(),
            searched: 0,
        }
    }

    /// The next line without its line break; `None` at the end. Text after the last line break is a line only if the body ended
    /// well. Nothing is lost when the future is dropped.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, kube::Error> {
        loop {
            let rest = self.buffer.get(self.searched..).unwrap_or_default();
            if let Some(at) = rest.iter().position(|byte| *byte == b'\n') {
                let after = self.buffer.split_off(self.searched + at + 1);
                let mut line = std::mem::replace(&mut self.buffer, after);
                line.pop();
                self.searched = 0;
                return Ok(Some(line));
            }
            self.searched = self.buffer.len();
            match self.body.frame().await {
                Some(frame) => self.buffer.extend(frame?.into_data().unwrap_or_default()),
                None => {
                    self.searched = 0;
                    let last = std::mem::take(&mut self.buffer);
                    return Ok(Some(last).filter(|line| !line.is_empty()));
                }
            }
        }
    }
}
