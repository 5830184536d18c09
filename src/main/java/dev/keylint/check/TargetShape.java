package dev.keylint.check;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of a service that is called.
final class TargetShape {
  static final Shape<Target> SHAPE =
      new Shape<>(
          "target",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "the name of the account, project or Search service",
                  (target, tell) -> tell.value("name", target.name(), tell.place().at())),
              new Shape.Field<>(
                  "keysOff",
                  FieldType.BOOL,
                  "whether it takes no keys, as it sets disableLocalAuth; unknown of one that is"
                      + " only referred to",
                  TargetShape::keysOff)),
          List.of());

  private TargetShape() {}

  private static Optional<Result> keysOff(Target target, Telling tell) {
    if (target.kind() == Target.Kind.PROJECT || !target.isDeclared()) {
      String fact = "whether `" + Shown.text(target.name()) + "` takes keys";
      return tell.answered(
          "keysOff", Answer.open(Doubt.notStated(fact, tell.place().at())), tell.place().at());
    }
    Resource resource = target.resource().orElseThrow();
    Value.Obj body = new Value.Obj(ApiVersions.effective(resource), resource.body().origin());
    Optional<Property> written = Bodies.at(body, "properties", "disableLocalAuth");
    Value value =
        written
            .map(Property::value)
            .orElseGet(() -> new Value.Bool(false, Origin.at(resource.declaredAt())));
    return tell.value("keysOff", value, written.map(Property::at).orElseGet(resource::declaredAt));
  }
}
