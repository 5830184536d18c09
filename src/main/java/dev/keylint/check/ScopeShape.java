package dev.keylint.check;

import dev.keylint.graph.AssignmentScope;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import java.util.List;

/// What rules may read of the scope of a role assignment.
final class ScopeShape {
  static final Shape<AssignmentScope> SHAPE =
      new Shape<>(
          "scope",
          List.of(
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "tenant, managementGroup, subscription, resourceGroup or resource",
                  (scope, tell) -> tell.derived("kind", scope.kind(), tell.place().at())),
              new Shape.Field<>(
                  "id",
                  FieldType.STRING,
                  "the id, as far as it is known",
                  (scope, tell) -> tell.value("id", scope.id(), tell.place().at())),
              new Shape.Field<>(
                  "isCreated",
                  FieldType.BOOL,
                  "whether the same deployment creates it",
                  (scope, tell) ->
                      tell.answered(
                          "isCreated",
                          Answer.of(scope.isCreated()),
                          Origin.at(tell.place().at()).decidedBy(scope.creatingVariables())))),
          List.of());

  private ScopeShape() {}
}
