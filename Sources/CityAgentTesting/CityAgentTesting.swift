/// What tests of skills and hosts need: a temporary knowledge base and a skill that says what it is told.
///
/// - ``TemporaryKnowledge`` writes documents into a folder of its own, indexes them, and cleans up;
/// - ``ScriptedSkill`` matches and answers as scripted, and remembers what it was asked.
///
/// The clock needs no double: an agent's day is ``CityAgent/AgentConfiguration/asOf``.
public enum CityAgentTesting {}
