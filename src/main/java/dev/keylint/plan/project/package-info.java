/// Files that say which templates a tool deploys, and with which parameter files: azd's azure.yaml,
/// Teams Toolkit's teamsapp.yml.
@NullMarked
package dev.keylint.plan.project;

import org.jspecify.annotations.NullMarked;
