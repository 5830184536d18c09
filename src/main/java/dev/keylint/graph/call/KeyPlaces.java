package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the places in resources where keys may arrive.
public final class KeyPlaces {
  private static final List<String> SITE =
      List.of("properties.siteConfig.appSettings", "properties.siteConfig.connectionStrings");
  private static final List<String> APP =
      List.of("properties.template", "properties.configuration.secrets");

  private static final List<String> CONFIG = List.of("properties");

  /// Where each type keeps settings.
  private static final Map<String, List<String>> SETTINGS =
      Map.of(
          "microsoft.web/sites",
          SITE,
          "microsoft.web/sites/slots",
          SITE,
          "microsoft.web/sites/config",
          CONFIG,
          "microsoft.web/sites/slots/config",
          CONFIG,
          "microsoft.web/staticsites/config",
          CONFIG,
          "microsoft.app/containerapps",
          APP,
          "microsoft.app/jobs",
          APP,
          "microsoft.containerinstance/containergroups",
          List.of("properties.containers", "properties.initContainers"));

  private static final Map<String, KeyPlace.Kind> OTHERS =
      Map.of(
          "microsoft.keyvault/vaults/secrets", KeyPlace.Kind.SECRET,
          "microsoft.cognitiveservices/accounts/connections", KeyPlace.Kind.CONNECTION,
          "microsoft.cognitiveservices/accounts/projects/connections", KeyPlace.Kind.CONNECTION,
          "microsoft.machinelearningservices/workspaces/connections", KeyPlace.Kind.CONNECTION,
          "microsoft.web/connections", KeyPlace.Kind.CONNECTION,
          "microsoft.apimanagement/service/namedvalues", KeyPlace.Kind.NAMED_VALUE,
          "microsoft.apimanagement/service/backends", KeyPlace.Kind.BACKEND,
          "microsoft.resources/deploymentscripts", KeyPlace.Kind.SCRIPT);

  private final ResourceIndex index;
  private final Predicate<Value> holdsKey;
  private final List<KeyPlace> places = new ArrayList<>();

  private KeyPlaces(ResourceIndex index, Predicate<Value> holdsKey) {
    this.index = index;
    this.holdsKey = holdsKey;
  }

  /// Whether keys are looked for in resources of a type, in lower case; those that a list function
  /// gives are found in others, too.
  public static boolean reads(String type) {
    return SETTINGS.containsKey(type) || OTHERS.containsKey(type);
  }

  /// Whether keys are looked for in resources of a type, in lower case, that a list function gives,
  /// and no others.
  public static boolean readsListed(String type) {
    return OTHERS.containsKey(type);
  }

  /// The places where there is a key, and the settings that have the name of one.
  ///
  /// @param holdsKey whether a value holds a key of whatever service
  public static List<KeyPlace> of(ResourceIndex index, Predicate<Value> holdsKey) {
    KeyPlaces all = new KeyPlaces(index, holdsKey);
    for (Resource resource : index.all()) {
      if (!resource.existing()) {
        all.read(resource);
      }
    }
    return all.places;
  }

  private void read(Resource resource) {
    Set<Property> settings = new HashSet<>();
    for (String path : SETTINGS.getOrDefault(resource.type().key(), List.of())) {
      Bodies.at(resource, path.split("\\.")).ifPresent(it -> settings(resource, it, settings));
    }
    KeyPlace.Kind kind = OTHERS.getOrDefault(resource.type().key(), KeyPlace.Kind.OTHER);
    for (Property member : resource.body().properties()) {
      KeyLeaf.of(member, holdsKey).stream()
          .filter(leaf -> !settings.contains(leaf.property()))
          .forEach(leaf -> add(resource, kind, leaf));
    }
  }

  private void settings(Resource resource, Property root, Set<Property> settings) {
    for (KeyLeaf leaf : KeyLeaf.of(root, _ -> true)) {
      if (holdsKey.test(leaf.property().value())) {
        settings.add(leaf.property());
        add(resource, KeyPlace.Kind.SETTING, leaf);
      } else if (leaf.isNamedKey() || isWithheld(leaf)) {
        add(resource, KeyPlace.Kind.SETTING, leaf);
      }
    }
  }

  /// Settings that the sign-in may not read: a key may be among them.
  private static boolean isWithheld(KeyLeaf leaf) {
    return leaf.property().value() instanceof Value.Unknown(_, Reason.Withheld _, _)
        && leaf.property().name().equalsIgnoreCase("appSettings");
  }

  private void add(Resource resource, KeyPlace.Kind kind, KeyLeaf leaf) {
    Value name = kind.isResource() ? ownName(resource) : leaf.name();
    boolean secret =
        switch (kind) {
          case SECRET -> true;
          case NAMED_VALUE -> isSecret(resource);
          case SETTING, OUTPUT, CONNECTION, BACKEND, SCRIPT, ARGUMENT, OTHER -> leaf.secret();
        };
    places.add(new KeyPlace(resource, kind, name, leaf.property(), secret));
  }

  private static boolean isSecret(Resource namedValue) {
    return Bodies.at(namedValue, "properties", "secret")
        .filter(it -> it.value() instanceof Value.Bool(var secret, _) && secret)
        .isPresent();
  }

  /// The last segment of a resource's name.
  private Value ownName(Resource resource) {
    return index
        .id(resource)
        .name()
        .map(PartialText::value)
        .orElseGet(() -> new Value.Str("", Origin.at(resource.declaredAt())));
  }
}
