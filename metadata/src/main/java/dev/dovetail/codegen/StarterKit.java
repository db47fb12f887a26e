package dev.dovetail.codegen;

import java.util.List;

/** What builds and starts handlers: the least that works. */
final class StarterKit {
    private StarterKit() {}

    static List<GeneratedFile> of(Framework framework) {
        return switch (framework) {
            case JAVA_JDK -> kit("README.md", """
                    # Handlers of actions

                    A handler runs alone with `java CreateUserAction.java` (JDK 22 or newer), at the port in PORT.
                    Several run together where a class of yours calls
                    `ActionServer.serve(Map.of("createUser", CreateUserAction::answer, ...))`.
                    """);
            case JAVA_SPRING ->
                List.of(
                        new GeneratedFile("pom.xml", SPRING_POM, true),
                        new GeneratedFile("src/main/java/handlers/Application.java", SPRING_MAIN, true));
            case NODEJS -> kit("server.js", """
                    // Serves every handler in this folder, each at /ACTION. "node server.js"
                    const fs = require('node:fs');
                    const { serve } = require('./actionServer.js');

                    const others = ['server.js', 'actionServer.js', 'engine.js'];
                    const own = (file) => file.endsWith('.js') && !others.includes(file);
                    const action = (file) => file.replace(/(\\.action)?\\.js$/, '');
                    const files = fs.readdirSync(__dirname).filter(own);
                    serve(Object.fromEntries(files.map((file) => [action(file), require(`./${file}`)])));
                    """);
            case NODEJS_EXPRESS ->
                List.of(
                        new GeneratedFile("package.json", packageJson("node server.js", ""), true),
                        new GeneratedFile("server.js", """
                                // Serves every handler in this folder, each at /ACTION. "npm install", then "npm start"
                                const fs = require('node:fs');
                                const express = require('express');

                                const app = express();
                                app.use(express.json());
                                const others = ['server.js', 'engine.js'];
                                for (const file of fs.readdirSync(__dirname)) {
                                  if (file.endsWith('.js') && !others.includes(file)) {
                                    const action = file.replace(/(\\.action)?\\.js$/, '');
                                    app.post(`/${action}`, require(`./${file}`));
                                  }
                                }
                                app.listen(process.env.PORT ?? 3000);
                                """, true));
            case TYPESCRIPT_EXPRESS ->
                List.of(
                        new GeneratedFile("package.json", packageJson("tsx server.ts", """
                                ,
                                  "devDependencies": {
                                    "@types/express": "^5.0.0",
                                    "@types/node": "^22.0.0",
                                    "tsx": "^4.19.0",
                                    "typescript": "^5.6.0"
                                  }"""), true),
                        new GeneratedFile("server.ts", """
                                // Serves every handler in this folder, each at /ACTION. "npm install", then "npm start"
                                import fs from 'node:fs';
                                import express from 'express';

                                const app = express();
                                app.use(express.json());
                                const others = ['server.ts', 'engine.ts'];
                                for (const file of fs.readdirSync(__dirname)) {
                                  if (file.endsWith('.ts') && !others.includes(file)) {
                                    const action = file.replace(/(\\.action)?\\.ts$/, '');
                                    app.post(`/${action}`, require(`./${file}`).handler);
                                  }
                                }
                                app.listen(process.env.PORT ?? 3000);
                                """, true));
            case PYTHON_FLASK -> kit("requirements.txt", "flask>=3\n");
            case GO_SERVE_MUX -> kit("go.mod", "module handlers\n\ngo 1.21\n");
        };
    }

    private static List<GeneratedFile> kit(String name, String content) {
        return List.of(new GeneratedFile(name, content, true));
    }

    private static String packageJson(String start, String more) {
        return """
                {
                  "name": "handlers",
                  "private": true,
                  "scripts": { "start": "%s" },
                  "dependencies": { "express": "^5.0.0" }%s
                }
                """.formatted(start, more);
    }

    private static final String SPRING_POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>3.5.0</version>
              </parent>
              <groupId>handlers</groupId>
              <artifactId>handlers</artifactId>
              <version>1</version>
              <properties>
                <java.version>21</java.version>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-starter-web</artifactId>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String SPRING_MAIN = """
            package handlers;

            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;

            /** "mvn spring-boot:run -Dspring-boot.run.arguments=--server.port=3000" starts it. */
            @SpringBootApplication
            public class Application {
                public static void main(String[] words) {
                    SpringApplication.run(Application.class, words);
                }
            }
            """;
}
