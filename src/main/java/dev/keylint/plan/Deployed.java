package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.Step;
import java.util.Locale;

/// A template that a project deploys.
record Deployed(WorkspaceFile project, Step step, WorkspaceFile template) {
  /// What the findings of another template say: that this one is deployed instead.
  Remark not(WorkspaceFile other) {
    // A module of azd is called `main`, and so may be many files.
    String name = isCalled(other) ? template.shown() : step.name();
    return Remark.of(
        step.at(),
        project.shown()
            + " deploys `"
            + name
            + "`, not `"
            + other.shown()
            + "`: exclude this file if it is dead");
  }

  /// What the findings say with values of another parameter file: that these are taken.
  Remark with(WorkspaceFile values, WorkspaceFile other) {
    return Remark.of(
        step.at(),
        project.shown()
            + " deploys it with `"
            + values.shown()
            + "`, not with `"
            + other.shown()
            + "`");
  }

  private boolean isCalled(WorkspaceFile other) {
    return other
        .name()
        .toLowerCase(Locale.ROOT)
        .startsWith(step.name().toLowerCase(Locale.ROOT) + ".");
  }
}
