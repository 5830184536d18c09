package dev.keylint.cli;

import dev.keylint.finding.CoverageUnit;
import dev.keylint.report.HiddenTexts;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.List;
import java.util.Optional;

/// What is to be judged.
///
/// @param files paths of the files that were found, whether or not an estate is made of them
/// @param diagnostics what there is to say before the first estate is made
/// @param silences what the authors of the files have accepted
/// @param hidden what no report may show, besides what the estates say
/// @param snapshot what there is in Azure beside the templates
/// @param own the files that could be changed; empty where there are none
/// @param again the same with other texts
record Input(
    Estates estates,
    List<String> files,
    List<Diagnostic> diagnostics,
    List<Silence> silences,
    List<CoverageUnit> units,
    boolean live,
    Optional<Estate> snapshot,
    HiddenTexts hidden,
    Optional<OwnFiles> own,
    Again again) {}
