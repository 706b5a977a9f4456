namespace LeadFilter.Tests.Delivery;

/// <summary>The process dies here.</summary>
internal sealed class CrashException : Exception;
