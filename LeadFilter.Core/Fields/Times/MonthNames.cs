namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// The names of the months in English, Spanish, French, Portuguese and German, without marks, and their abbreviations of three letters or
/// more that mean one month.
/// </summary>
internal static class MonthNames
{
    private const int Months = 12;
    private const int MinLetters = 3;

    // January to December, a language a row. French juin and juillet have three letters in common.
    private static readonly string[] Names =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
        "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
        "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
    ];

    /// <summary>Finds a month.</summary>
    /// <param name="word">A word of ASCII letters in any case.</param>
    /// <returns>1 to 12; 0 if it is no month.</returns>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length < MinLetters || word.Equals("jui", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var initial = (char)(word[0] | 0x20);
        for (var i = 0; i < Names.Length; i++)
        {
            if (Names[i][0] == initial && Names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return (i % Months) + 1;
            }
        }

        return word.Equals("setiembre", StringComparison.OrdinalIgnoreCase) ? 9 : 0;
    }
}
