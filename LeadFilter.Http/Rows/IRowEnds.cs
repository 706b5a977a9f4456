namespace LeadFilter.Http.Rows;

/// <summary>Tells where rows end.</summary>
internal interface IRowEnds
{
    /// <summary>Finds the end of the first row.</summary>
    /// <param name="bytes">UTF-8 that begins with a row; at least one byte.</param>
    /// <param name="last">Whether the file ends with them.</param>
    /// <returns>The row's length, with its end; 0 if more bytes are needed to tell.</returns>
    int Find(ReadOnlySpan<byte> bytes, bool last);
}
