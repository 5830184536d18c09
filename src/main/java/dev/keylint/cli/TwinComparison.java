package dev.keylint.cli;

import dev.keylint.plan.Interest;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.ListedKeys;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a compiled template deploys what its source does, as far as rules look at it.
///
/// @param interest what rules look at
record TwinComparison(Estate source, Estate twin, Interest interest) {
  private static final Set<String> LEFT_OUT = Set.of("dependson", "metadata");

  /// Whether both give the same resources and outputs. What is missing from either proves nothing.
  boolean isSame() {
    return isComplete() && twin.gaps().isEmpty() && lines(source).equals(lines(twin));
  }

  /// Whether no module of the source is missing; what could not be evaluated is unknown in both.
  boolean isComplete() {
    return source.gaps().isEmpty();
  }

  /// In no order; what is only referred to is not compiled at all.
  private List<String> lines(Estate estate) {
    Stream<String> resources =
        lines(estate, it -> !it.existing() && interest.covers(it.type().name())).stream();
    Stream<String> outputs =
        estate.outputs().stream()
            .map(output ->
                output.name().toLowerCase(Locale.ROOT) + "=" + NormalForm.print(output.value()));
    return Stream.of(resources, outputs, keys(estate)).flatMap(it -> it).sorted().toList();
  }

  /// The keys that modules give out, and those that they are given.
  private static Stream<String> keys(Estate estate) {
    ListedKeys keys = new ListedKeys();
    return estate.modules().stream()
        .flatMap(call ->
            Stream.concat(
                call.outputs().stream()
                    .map(it -> line(it.name(), it.value(), Answer.of(it.secure()))),
                call.arguments().stream()
                    .filter(it -> keys.any(it.value()))
                    .map(it -> line(it.name(), it.value(), it.secure()))));
  }

  private static String line(String name, Value value, Answer secure) {
    return name.toLowerCase(Locale.ROOT) + ":" + secure.isTrue() + ":" + NormalForm.print(value);
  }

  /// The resources of an estate that are of interest, in no order.
  static List<String> lines(Estate estate, Predicate<Resource> some) {
    return estate.resources().stream().filter(some).map(TwinComparison::line).sorted().toList();
  }

  private static String line(Resource resource) {
    String body =
        resource.body().properties().entries().stream()
            .filter(property -> !LEFT_OUT.contains(property.name().toLowerCase(Locale.ROOT)))
            .map(TwinComparison::line)
            .sorted()
            .collect(Collectors.joining(","));
    return String.join(
        "|",
        resource.type().key(),
        resource.apiVersion().toLowerCase(Locale.ROOT),
        NormalForm.print(resource.scope()),
        NormalForm.print(resource.name()),
        resource.condition().map(NormalForm::print).orElse(""),
        body);
  }

  private static String line(Property property) {
    Value value = property.value();
    return property.name().toLowerCase(Locale.ROOT) + ":" + NormalForm.print(value);
  }
}
