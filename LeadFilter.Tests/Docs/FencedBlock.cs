namespace LeadFilter.Tests.Docs;

/// <summary>One fenced block of a page.</summary>
/// <param name="Page">The page's path below the repository, with slashes.</param>
/// <param name="Line">The line of its opening fence.</param>
/// <param name="Language">The word behind the fence: <c>json</c>, <c>sh</c>; empty without one.</param>
/// <param name="Info">What follows that word. Browsers do not show it; it says how the block is run.</param>
/// <param name="Text">What stands between the fences.</param>
internal sealed record FencedBlock(string Page, int Line, string Language, string Info, string Text)
{
    /// <summary>Where it stands, as editors write it.</summary>
    public string Place => $"{Page}:{Line}";

    public override string ToString() => $"{Place} {Language} {Info}";
}
