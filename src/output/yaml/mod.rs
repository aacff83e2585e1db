//! Reads and writes YAML. No other module uses the library for it.

mod read;
mod write;

pub use read::parse_documents;
pub use write::to_yaml;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;
    use serde_json::json;

    use serde_json::Value;

    use super::*;

    #[test]
    fn strings_that_would_be_read_as_something_else_are_quoted() {
        let quoted = [
            "436569119308644661",
            "0",
            "-1",
            "+1",
            "007",
            "0o17",
            "0x1f",
            "0X1F",
            "0b11",
            "1_000",
            "1e3",
            "1E3",
            ".5",
            "1.",
            "1.5",
            "1_0.5",
            ".inf",
            ".nan",
            "12:30",
            "190:20:30.15",
            "y",
            "n",
            "Y",
            "yes",
            "No",
            "on",
            "OFF",
            "true",
            "False",
            "null",
            "Null",
            "~",
            "",
            "=",
            "<<",
            "2022-10-10",
            "2022-10-10T15:21:00+08:00",
            "2022-10-10 15:21:00",
            "2022-10-10T05:17:05.683Z",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "&a",
            "*a",
            "!a",
            "@a",
            "%a",
            "`a",
            "{a",
            "[a",
            " a",
            "a ",
            "'",
            "\"",
            ":",
            "? a",
            "|",
            ">",
        ];
        let plain = [
            "1.5h",
            "300s",
            "168h",
            "100Mi",
            "v8.1.0",
            "8.1.0",
            "10.0.0.1",
            "demo-1",
            "s3://bucket/p",
            "http://minio:9000",
        ];
        for text in quoted {
            let yaml = to_yaml(&json!({ "a": text })).unwrap();
            let value = yaml.strip_prefix("a: ").unwrap();
            assert!(value.starts_with(['\'', '"']), "{text:?}: {yaml}");
        }
        for text in plain {
            assert_eq!(to_yaml(&json!({ "a": text })), Ok(format!("a: {text}\n")));
        }
        assert_eq!(
            to_yaml(&json!({"on": 1, "yes": 2})).as_deref(),
            Ok("\"on\": 1\n\"yes\": 2\n")
        );
    }

    #[test]
    fn shaped_as_kubectl_does() {
        let document = json!({
            "kind": "List",
            "apiVersion": "v1",
            "metadata": {"resourceVersion": ""},
            "items": [{"spec": {"options": ["--a", "--b"], "policy": {}, "none": [], "size": 5, "on": true}, "text": "one\ntwo\n"}]
        });
        let expected = "\
apiVersion: v1
items:
- spec:
    none: []
    \"on\": true
    options:
    - --a
    - --b
    policy: {}
    size: 5
  text: |
    one
    two
kind: List
metadata:
  resourceVersion: ''
";
        assert_eq!(to_yaml(&document).as_deref(), Ok(expected));
    }

    #[test]
    fn streams() {
        let rows = [
            ("", vec![]),
            ("---\n", vec![]),
            ("# nothing\n---\n---\n", vec![]),
            ("a: 1", vec![json!({"a": 1})]),
            (
                "---\na: 1\n---\nb: 2\n...\n",
                vec![json!({"a": 1}), json!({"b": 2})],
            ),
            ("\u{feff}a: 1\r\nb: x\r\n", vec![json!({"a": 1, "b": "x"})]),
            (
                "{\"a\": [1, 2.5, null, true]}",
                vec![json!({"a": [1, 2.5, null, true]})],
            ),
            (
                "{\n\t\"a\": {\n\t\t\"b\": \"x\\ny\"\n\t}\n}\n",
                vec![json!({"a": {"b": "x\ny"}})],
            ),
            (
                "ts: 436569119308644661",
                vec![json!({"ts": 436_569_119_308_644_661_u64})],
            ),
            (
                "ts: '436569119308644661'",
                vec![json!({"ts": "436569119308644661"})],
            ),
            ("n: [1e3, 5., -0.5]", vec![json!({"n": [1000, 5, -0.5]})]),
            ("1: a\ntrue: b", vec![json!({"1": "a", "true": "b"})]),
            (
                "base: &b {x: 1, y: 2}\nc: {<<: *b, y: 3}",
                vec![json!({"base": {"x": 1, "y": 2}, "c": {"x": 1, "y": 3}})],
            ),
            ("a: |\n  one\n  two\n", vec![json!({"a": "one\ntwo\n"})]),
        ];
        for (text, documents) in rows {
            assert_eq!(parse_documents(text), Ok(documents), "{text:?}");
        }
    }

    #[test]
    fn refused_with_the_line() {
        let rows = [
            ("a: 1\nb: [1, 2\nc: 3\n", "line 3"),
            ("a: 1\n b: 2\n", "line 2"),
            (
                "a: 1\n---\nb:\n  c: 1\n  c: 2\n",
                "the key \"c\" occurs twice at line 5",
            ),
            (
                "{\"a\": 1, \"a\": 2}",
                "the key \"a\" occurs twice at line 1 column 10",
            ),
            ("a: 1\nb: !!binary aGk=\n", "line 2: !!binary"),
            ("a: 1\nb: !mine x\n", "line 2"),
            ("a: 1\nb: \0\n", "line 2: a control character"),
            ("a: .nan\n", "JSON has no such number at line 1"),
            (
                "a: 1\n? [x]\n: 1\n",
                "expected a key that is a string at line 2",
            ),
            ("a: 1\n?\n", "expected a key that is a string at line 2"),
            ("a: *nobody\n", "line 1"),
            ("a: {<<: 1}\n", "<< merges maps only"),
            ("a: 99999999999999999999999\n", "line 1"),
        ];
        for (text, reason) in rows {
            let error = parse_documents(text).unwrap_err();
            assert_eq!(error.exit(), crate::Exit::Usage, "{text:?}");
            assert!(error.message.contains(reason), "{text:?}: {error}");
        }
    }

    #[test]
    fn aliases_cannot_exhaust_memory() {
        let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned();
        for level in 1..12 {
            let item = format!("*a{},", level - 1);
            bomb += &format!("a{level}: &a{level} [{}]\n", item.repeat(9));
        }
        assert!(parse_documents(&bomb).is_err());
        let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
        assert!(parse_documents(&deep).is_err());
    }

    fn json_value() -> impl Strategy<Value = Value> {
        let text = prop_oneof![
            "[ -~]{0,12}",
            "[0-9+._:eExXob-]{0,8}",
            "\\PC{0,8}",
            "[a-z \n]{0,12}"
        ];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            text.clone().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map(text.clone(), inner, 0..4).prop_map(|map| {
                    Value::Object(map.into_iter().filter(|(key, _)| key != "<<").collect())
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn written_and_read_back(value in json_value()) {
            let yaml = to_yaml(&value).unwrap();
            let expected = if value.is_null() { vec![] } else { vec![value] };
            prop_assert_eq!(parse_documents(&yaml), Ok(expected), "{}", yaml);
        }

        #[test]
        fn no_text_breaks_it(text in "[a-z0-9:{}\\[\\],&*!|>'\"# \n\t-]{0,40}") {
            let _ = parse_documents(&text);
        }
    }
}
