package dev.keylint.check;

import java.util.List;
import java.util.Optional;

/// What rules about declared resources may read of the same resource in Azure.
final class LiveShape {
  static final Shape<Access> SHAPE =
      new Shape<>(
          "live",
          List.of(
              new Shape.Field<>(
                  "resource",
                  FieldType.DYN,
                  "the same resource as a snapshot has it, with the members of `resource`; absent"
                      + " when templates are judged without one, unknown when it has none or"
                      + " several of that name",
                  LiveShape::resource)),
          List.of());

  private LiveShape() {}

  private static Optional<Result> resource(Access access, Telling tell) {
    return access
        .deployed()
        .twin(access.resource())
        .flatMap(twin ->
            switch (twin) {
              case Twin.Found(var resource) ->
                  tell.value("resource", Subject.object(resource), resource.declaredAt());
              case Twin.Open(var because) ->
                  tell.perhaps("resource", because, access.resource().declaredAt());
            });
  }
}
