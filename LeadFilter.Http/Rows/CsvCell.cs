namespace LeadFilter.Http.Rows;

/// <summary>Where a cell stands in its row.</summary>
/// <param name="Start">Its first byte, with the quote if it has one.</param>
/// <param name="Length">Its bytes, with its quotes.</param>
/// <param name="Quoted">Whether it stands in quotes.</param>
/// <param name="Escaped">Whether it holds a doubled quote.</param>
internal readonly record struct CsvCell(int Start, int Length, bool Quoted, bool Escaped);
