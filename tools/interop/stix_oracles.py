"""Answers one question a line with the committee's own programs: stix2, stix2-validator, stix2-patterns, stix2-matcher."""

import json
import logging
import sys

import stix2
from stix2matcher.matcher import match
from stix2patterns.validator import run_validator
from stix2validator import ValidationOptions, validate_parsed_json

logging.disable(logging.CRITICAL)
OPTIONS = ValidationOptions(version="2.1")


def conforms(question):
    result = validate_parsed_json(question["object"], OPTIONS)
    return {"valid": result.is_valid, "errors": [str(error) for error in result.errors or []]}


def parses(question):
    stix2.parse(question["object"], allow_custom=True, version="2.1")
    return {"valid": True}


def observable_id(question):
    return {"id": stix2.parse(question["object"], allow_custom=True, version="2.1")["id"]}


def pattern(question):
    errors = run_validator(question["pattern"], stix_version="2.1")
    return {"valid": len(errors) == 0, "errors": [str(error) for error in errors]}


def matches(question):
    bundles = [{"type": "bundle", "objects": objects} for objects in question["observed"]]
    return {"matches": bool(match(question["pattern"], bundles, stix_version="2.1"))}


ANSWERS = {
    "conforms": conforms,
    "parses": parses,
    "id": observable_id,
    "pattern": pattern,
    "matches": matches,
}

for line in sys.stdin:
    question = json.loads(line)
    try:
        answer = ANSWERS[question["ask"]](question)
    except Exception as error:  # What it refuses, whichever way, is its answer.
        answer = {"valid": False, "errors": [f"{type(error).__name__}: {error}"]}
    print(json.dumps(answer), flush=True)
