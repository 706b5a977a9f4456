namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Gives the text of a list: ASCII in lower case, one entry a line. It lies in the assembly's image, so it costs nothing.
/// </summary>
internal delegate ReadOnlySpan<byte> ListText();
