namespace LeadFilter.Http.Problems;

/// <summary>The form of a wait in <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
internal static class WholeSeconds
{
    /// <summary>Whole seconds, rounded up, at least 1: a client that comes back too early would only be sent away again.</summary>
    public static string Of(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString();
}
