# One image recipe for the four services: docker build --build-arg SERVICE=case-service .
FROM maven:3.9-eclipse-temurin-25 AS build
ARG SERVICE
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true -pl "$SERVICE" -am package \
    && java -Djarmode=tools -jar "$SERVICE"/target/*-exec.jar extract --destination /application \
    && mv /application/*-exec.jar /application/service.jar

FROM eclipse-temurin:25-jre
# A user of its own; what the service writes (its views) goes to /data.
RUN useradd --uid 10001 --no-create-home repatria && install -d -o repatria /data
WORKDIR /application
COPY --from=build /application .
USER repatria
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "service.jar"]
