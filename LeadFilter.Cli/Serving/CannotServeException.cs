namespace LeadFilter.Cli.Serving;

/// <summary>The filter cannot start. The message tells an operator what is wrong, where, and what to do; one line for each thing.</summary>
/// <param name="message">The message.</param>
internal sealed class CannotServeException(string message) : Exception(message);
