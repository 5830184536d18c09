package dev.keylint.cli;

/// A fix that was not made, and why, as a phrase.
record Refusal(Remedy remedy, String why) {}
