package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The calls that a Search service will make for its skills, vectorizers and knowledge bases, as
/// scripts and flows make these.
final class SearchObjectCalls {
  private final ResourceIndex index;
  private final Endpoints endpoints;
  private final ObjectOwners owners;

  SearchObjectCalls(ResourceIndex index, Endpoints endpoints) {
    this.index = index;
    this.endpoints = endpoints;
    this.owners = new ObjectOwners(endpoints);
  }

  List<CallSite> all() {
    List<CallSite> calls = new ArrayList<>();
    for (Resource resource : index.all()) {
      if (SearchTexts.reads(resource.type().key())) {
        SearchTexts.of(resource).ifPresent(it -> read(it, calls));
      }
    }
    return calls;
  }

  private void read(SearchTexts texts, List<CallSite> calls) {
    Optional<Resource> owner = owners.of(texts).flatMap(Target::resource);
    for (SearchModel model : texts.models()) {
      endpoints
          .read(model.url().value())
          .filter(it -> mayBeOurs(it, model))
          .ifPresent(it -> calls.add(call(texts.resource(), owner, model, it)));
    }
    texts.unread().stream().findFirst().flatMap(it -> open(it, texts, owner)).ifPresent(calls::add);
  }

  /// A call of which nothing is known.
  private Optional<CallSite> open(SearchPiece piece, SearchTexts texts, Optional<Resource> owner) {
    Value.Unknown why = piece.unread().orElseThrow();
    Property evidence = new Property(piece.property().name(), piece.property().at(), why);
    return endpoints
        .read(why)
        .map(it ->
            new CallSite(
                owner,
                texts.resource(),
                Source.SEARCH_OBJECT,
                it,
                evidence,
                Optional.empty(),
                Credential.unknown(why, evidence),
                ClientIds.of(Optional.of(new Fact(why, evidence)))));
  }

  /// An endpoint of somebody's own is a function mostly; one that is sent a token may be anything.
  private static boolean mayBeOurs(Endpoint endpoint, SearchModel model) {
    return model.custom()
        ? endpoint.service().isOurs()
            || endpoint.target().isPresent()
            || model.audience().isPresent()
        : endpoint.mayBeOurs();
  }

  private static CallSite call(
      Resource holder, Optional<Resource> owner, SearchModel model, Endpoint endpoint) {
    return new CallSite(
        owner,
        holder,
        Source.SEARCH_OBJECT,
        endpoint,
        model.url(),
        model.audience().flatMap(Audience::of),
        credential(model, owner.isPresent()),
        ClientIds.of(model.identity().map(it -> new Fact(it.value(), it))));
  }

  /// A custom endpoint is sent a token only when the object says for whom.
  private static Credential credential(SearchModel model, boolean isHere) {
    Optional<Property> key = model.key();
    if (key.isEmpty()) {
      return model.custom() && model.audience().isEmpty()
          ? Credential.unknown(
              Doubt.notStated("what the custom endpoint is sent", model.url().at()), model.url())
          : isHere ? new Credential.Own(model.url()) : Credential.managedIdentity(model.url());
    }
    Property sent = key.orElseThrow();
    return HeldKey.isKey(sent).isTrue()
        ? Credential.key(sent)
        : Credential.unknown(Doubt.because(sent.value()), sent);
  }
}
