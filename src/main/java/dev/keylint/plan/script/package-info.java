/// Scripts that run beside deployments: hooks of azd, steps of GitHub's workflows and of Azure
/// Pipelines, and the files that these call.
@NullMarked
package dev.keylint.plan.script;

import org.jspecify.annotations.NullMarked;
