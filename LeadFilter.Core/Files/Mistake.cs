namespace LeadFilter.Core.Files;

/// <summary>What is wrong in a file, where, and what to do about it.</summary>
/// <param name="File">The file as its author knows it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, counted in bytes.</param>
/// <param name="Path">The JSON path, such as <c>$.rules[3].category</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Mistake(string File, int Line, int Column, string Path, string Message, string Remedy)
{
    /// <summary>One line: <c>campaigns/solar.json:12:5 $.rules[0].category: what is wrong. What to do.</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column} {Path}: {Message}. {Remedy}.";
}
