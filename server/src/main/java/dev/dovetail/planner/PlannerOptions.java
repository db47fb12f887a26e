package dev.dovetail.planner;

/**
 * @param stringifyNumerics whether bigint, numeric and float8 are told as JSON strings
 * @param answerBytesMax a statement with a longer answer fails before it is sent
 */
public record PlannerOptions(boolean stringifyNumerics, long answerBytesMax) {}
