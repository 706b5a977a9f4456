namespace LeadFilter.Functions.Settings;

/// <summary>The app cannot start with the settings that it has. The message has a line for each of them, and says what to do.</summary>
/// <param name="message">The message; it holds no setting's value.</param>
public sealed class SettingsException(string message) : Exception(message);
