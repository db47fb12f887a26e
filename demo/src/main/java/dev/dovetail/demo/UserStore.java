package dev.dovetail.demo;

import java.util.UUID;

/** Where the users service keeps its users. */
public interface UserStore {
    /** Stores a new user and gives back its id. */
    UUID insert(String name, String auth0Id);
}
