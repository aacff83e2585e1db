//! A server on this machine that records requests and answers as a test says, also in ways that no healthy server would.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request as it came in.
#[derive(Debug, Clone)]
pub struct Request {
    /// Method and path with query, as in `GET /api`.
    pub line: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    /// All values of a header, joined with commas.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self
            .headers
            .iter()
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .collect();
        (!values.is_empty()).then(|| values.join(","))
    }
}

/// An answer.
pub enum Reply {
    /// Status, extra headers (each with its line break) and body.
    Whole(u16, String, String),
    /// A stream of pieces, each after a pause, which ends like this.
    Stream(Vec<(Duration, String)>, End),
    /// None, with the connection open.
    Never,
    /// None: the connection is cut.
    Cut,
}

/// How a stream ends.
#[derive(Clone, Copy)]
pub enum End {
    /// As it should.
    Well,
    /// The connection is cut.
    Cut,
    /// It never does.
    Never,
}

impl Reply {
    pub fn json(status: u16, body: &Value) -> Self {
        Self::Whole(status, String::new(), body.to_string())
    }

    pub fn with_headers(status: u16, headers: &str, body: &Value) -> Self {
        Self::Whole(status, headers.to_owned(), body.to_string())
    }

    /// One line a JSON document, all at once.
    pub fn lines(lines: &[Value], end: End) -> Self {
        let text = lines.iter().map(|line| format!("{line}\n")).collect();
        Self::Stream(vec![(Duration::ZERO, text)], end)
    }
}

/// A running server. Ends with the runtime of the test.
pub struct Server {
    pub url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Starts a server that answers request number n (from 0) with `answer(n, request)`.
    pub async fn start(answer: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (answer, seen) = (Arc::new(answer), requests.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, seen) = (answer.clone(), seen.clone());
                tokio::spawn(async move { serve(stream, &*answer, &seen).await });
            }
        });
        Self { url, requests }
    }

    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// Method and path of all requests.
    pub fn lines(&self) -> Vec<String> {
        self.requests()
            .into_iter()
            .map(|request| request.line)
            .collect()
    }
}

async fn serve(
    mut stream: TcpStream,
    answer: &(impl Fn(usize, &Request) -> Reply + Sync),
    seen: &Mutex<Vec<Request>>,
) {
    let Some(request) = read(&mut stream).await else {
        return;
    };
    let number = {
        let mut seen = seen.lock().unwrap();
        seen.push(request.clone());
        seen.len() - 1
    };
    let _ = write(&mut stream, answer(number, &request)).await;
}

async fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(bytes.get(..head_end)?).into_owned();
    let mut lines = head.lines();
    let line = lines.next()?.trim_end_matches(" HTTP/1.1").to_owned();
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length: usize = length
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(0);
    while bytes.len() < head_end + length {
        stream.read_buf(&mut bytes).await.ok()?;
    }
    let body = String::from_utf8_lossy(bytes.get(head_end..)?).into_owned();
    Some(Request {
        line,
        headers,
        body,
    })
}

async fn write(stream: &mut TcpStream, reply: Reply) -> std::io::Result<()> {
    match reply {
        Reply::Whole(status, headers, body) => {
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status} x\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
            );
            stream.write_all(format!("{head}{body}").as_bytes()).await?;
        }
        Reply::Stream(pieces, end) => {
            stream
                .write_all(
                    b"HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
                )
                .await?;
            for (pause, piece) in pieces {
                tokio::time::sleep(pause).await;
                stream
                    .write_all(format!("{:x}\r\n{piece}\r\n", piece.len()).as_bytes())
                    .await?;
            }
            match end {
                End::Well => stream.write_all(b"0\r\n\r\n").await?,
                End::Cut => {}
                End::Never => std::future::pending().await,
            }
        }
        Reply::Never => std::future::pending().await,
        Reply::Cut => {}
    }
    Ok(())
}
