using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>Writes the words of an identity, with single spaces between them.</summary>
/// <param name="room">Room for all of them (<see cref="RoomFor"/>).</param>
internal ref struct IdentityWriter(Span<char> room)
{
    private readonly Span<char> room = room;
    private int length;
    private int valueStart;
    private bool mayJoin;

    /// <summary>Room enough for any identity of a text: what grows most is I5, to interstate 5.</summary>
    /// <param name="characters">How many characters the text has.</param>
    public static int RoomFor(int characters) => (5 * characters) + 32;

    /// <summary>How many characters are written.</summary>
    public readonly int Length => length;

    /// <summary>Writes one word as it is.</summary>
    /// <param name="word">Letters and digits.</param>
    public void Word(scoped ReadOnlySpan<char> word)
    {
        Space();
        Append(word);
        mayJoin = false;
    }

    /// <summary>Writes a word with signs in it as the words between the signs.</summary>
    /// <param name="word">The word in small letters.</param>
    public void Words(scoped ReadOnlySpan<char> word) => Pieces(word, isValue: false, isName: false);

    /// <summary>Writes the words between signs, each abbreviated.</summary>
    /// <param name="word">The word in small letters.</param>
    public void Names(scoped ReadOnlySpan<char> word) => Pieces(word, isValue: false, isName: true);

    /// <summary>Begins the number of a house or flat.</summary>
    public void BeginValue() => (valueStart, mayJoin) = (length, false);

    /// <summary>
    /// Writes a part of a number: without leading zeros, a letter close to its digits, so that 4-B, 4 B and 04B are 4b, and B-4 is b4.
    /// </summary>
    /// <param name="word">The part in small letters.</param>
    public void Value(scoped ReadOnlySpan<char> word) => Pieces(word, isValue: true, isName: false);

    /// <summary>Writes a part of a number close to the part before it.</summary>
    /// <param name="word">The part in small letters.</param>
    public void Joined(scoped ReadOnlySpan<char> word)
    {
        if (length == valueStart)
        {
            Space();
        }

        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                room[length++] = c;
            }
        }
    }

    /// <summary>Takes back what was written behind a place if the same stands right before it.</summary>
    /// <param name="from">How far back it may stand.</param>
    /// <param name="start">The length before it was written.</param>
    public void DropRepetition(int from, int start)
    {
        var written = room[start..length];
        if (written.Length > 1 && room[from..start].EndsWith(written))
        {
            length = start;
        }
    }

    /// <summary>What is written.</summary>
    public override readonly string ToString() => room[..length].ToString();

    private void Space()
    {
        if (length > 0)
        {
            room[length++] = ' ';
        }
    }

    private void Append(scoped ReadOnlySpan<char> word)
    {
        word.CopyTo(room[length..]);
        length += word.Length;
    }

    private void Pieces(scoped ReadOnlySpan<char> word, bool isValue, bool isName)
    {
        var start = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && IsInWord(word, i))
            {
                continue;
            }

            if (i > start)
            {
                Piece(word[start..i], isValue, isName);
            }

            if (i < word.Length && FractionOf(word[i]) is { } fraction)
            {
                Word(fraction);
            }

            start = i + 1;
        }
    }

    private void Piece(scoped ReadOnlySpan<char> piece, bool isValue, bool isName)
    {
        if (!isValue)
        {
            Word(isName && StreetWords.Find(piece) is >= 0 and var place ? StreetWords.At(place).Short : piece);
            return;
        }

        if (char.IsAsciiDigit(piece[0]))
        {
            piece = piece[..^1].TrimStart('0') is { Length: var rest } ? piece[^(rest + 1)..] : piece;
        }

        var isLetter = StreetNumber.IsLetter(piece);
        if (!(mayJoin && length > 0 && Joins(room[length - 1], isLetter, piece[0])))
        {
            Space();
        }

        Append(piece);
        mayJoin = isLetter || char.IsAsciiDigit(piece[^1]);
    }

    private static bool Joins(char last, bool isLetter, char first) =>
        char.IsAsciiDigit(last) ? isLetter : char.IsAsciiDigit(first);

    private static bool IsInWord(ReadOnlySpan<char> word, int at)
    {
        var c = word[at];
        return char.IsLetterOrDigit(c) || char.IsSurrogate(c) || LatinLetters.IsMark(c)
            || (c == '.' && at > 0 && at + 1 < word.Length && char.IsAsciiDigit(word[at - 1]) && char.IsAsciiDigit(word[at + 1]));
    }

    private static string? FractionOf(char c) => c switch
    {
        '½' => "1 2",
        '¼' => "1 4",
        '¾' => "3 4",
        '⅓' => "1 3",
        '⅔' => "2 3",
        '⅛' => "1 8",
        '⅜' => "3 8",
        '⅝' => "5 8",
        '⅞' => "7 8",
        _ => null,
    };
}
