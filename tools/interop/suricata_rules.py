"""What others read in rules for Suricata: one answer a line of the file that is named."""

import json
import sys
from pathlib import Path

from surinort_ast import parse_rule


def address(expression):
    if expression.type == "AddressList":
        return [one for element in expression.elements for one in address(element)]
    if expression.type == "IPCIDRRange":
        return [f"{expression.network}/{expression.prefix_len}"]
    return [getattr(expression, "value", getattr(expression, "name", "any"))]


def read(line):
    rule = parse_rule(line)
    buffers, buffer = {}, None
    answer = {"lists": {}, "options": []}
    for option in rule.options:
        kind = option.type.removesuffix("Option")
        answer["options"].append(kind)
        if kind == "BufferSelect":
            buffer = option.buffer_name
        elif kind == "Content":
            buffers[buffer] = {"bytes": option.pattern.hex(), "negated": option.negated}
        elif kind == "Generic" and not option.value:  # A buffer that this reader has no name for.
            buffer = option.keyword
        elif kind == "Generic" and option.keyword == "bsize":
            buffers[buffer]["size"] = int(option.value)
        elif kind == "Generic":
            answer["lists"][option.keyword] = option.value
        elif kind == "Metadata":
            answer["metadata"] = dict(option.entries)
        elif kind in ("Msg", "Sid", "Rev"):
            answer[kind.lower()] = option.text if kind == "Msg" else option.value
    header = rule.header
    port = getattr(header.dst_port, "value", None)
    return {
        **answer,
        "protocol": header.protocol.value,
        "to": address(header.dst_addr),
        "port": port,
        "buffers": buffers,
    }


for line in Path(sys.argv[1]).read_text(encoding="utf8").splitlines():
    if line.startswith("#"):
        continue
    try:
        print(json.dumps(read(line)))
    except Exception as error:  # What it refuses, whichever way, is its answer.
        print(json.dumps({"refused": f"{type(error).__name__}: {error}", "line": line}))
