namespace LeadFilter.Pipeline.Outgoing;

/// <summary>What the filter calls itself when it calls others.</summary>
internal static class UserAgent
{
    /// <summary>The header's value, such as <c>LeadFilter/0.1.0</c>.</summary>
    public static readonly string Text = $"LeadFilter/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)}";
}
