# keylint in an image: a JDK 25 and Maven build it, the last stage holds a trimmed runtime and the jars.
# The images can be replaced: --build-arg BUILD_IMAGE=… must have a JDK 25 and Maven, RUN_IMAGE a glibc and a shell.
ARG BUILD_IMAGE=docker.io/library/maven:3-eclipse-temurin-25
ARG RUN_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
COPY rules rules
COPY fixtures/scenarios fixtures/scenarios
RUN mvn -B -q package -Dmaven.test.skip=true -Dverification.skip=true
RUN sh src/image/assemble.sh /opt/keylint

FROM ${RUN_IMAGE}
COPY --from=build /opt/keylint /opt/keylint
COPY src/image/keylint /usr/local/bin/keylint
LABEL org.opencontainers.image.title="keylint" \
      org.opencontainers.image.description="Policy as code for keyless access to Azure OpenAI, Azure AI Foundry and Azure AI Search" \
      org.opencontainers.image.licenses="Apache-2.0"
# No root, no home, nothing to write: works with --read-only --network none --cap-drop ALL.
USER 65532:65532
WORKDIR /src
ENTRYPOINT ["keylint"]
CMD ["scan", "."]
