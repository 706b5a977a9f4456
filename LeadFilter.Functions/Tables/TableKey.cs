using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeadFilter.Functions.Tables;

/// <summary>
/// Keys of rows as Table Storage can hold them: it forbids <c>/ \ # ?</c> and the control characters U+0000 to U+001F and
/// U+007F to U+009F, and a key has at most 1 KiB, which is 512 UTF-16 characters
/// (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model). Tools have trouble with <c>%</c>.
/// <para>
/// Such a character becomes the allowed one before it in Unicode, then its own code in two hex digits: <c>/</c> becomes
/// <c>.2F</c>. The allowed one is written the same way when it stands for itself: <c>.</c> becomes <c>.2E</c>. So the
/// encoding can be reversed, the code of a text begins with the code of its beginning, and the ordinal order stays, but for
/// the control characters below the space: nothing allowed is before them, and they come right after the space.
/// </para>
/// </summary>
internal static class TableKey
{
    /// <summary>How many characters an encoded key may have.</summary>
    public const int MaxLength = 512;

    private const string Allowed = "!\"$.>[~";

    private static readonly SearchValues<char> Encoded =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => LeadOf(letter) != '\0')]);

    private static readonly SearchValues<char> Leads = SearchValues.Create(Allowed);

    /// <summary>Encodes the key of a row.</summary>
    /// <param name="key">The key: 1 to 512 characters, and so few to be encoded that they fit.</param>
    /// <exception cref="ArgumentException">The key is empty, or too long when encoded.</exception>
    public static string Encode(string key)
    {
        var encoded = EncodePart(key);
        return encoded.Length is > 0 and <= MaxLength
            ? encoded
            : throw new ArgumentException($"A key has 1 to {MaxLength} characters when it is encoded.", nameof(key));
    }

    /// <summary>Encodes the bound of a range, which may be any text.</summary>
    /// <param name="text">The text.</param>
    public static string EncodePart(string text)
    {
        var at = text.AsSpan().IndexOfAny(Encoded);
        if (at < 0)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16).Append(text, 0, at);
        foreach (var letter in text.AsSpan(at))
        {
            var lead = LeadOf(letter);
            if (lead == '\0')
            {
                encoded.Append(letter);
            }
            else
            {
                encoded.Append(lead).Append(CultureInfo.InvariantCulture, $"{(int)letter:X2}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>Decodes what <see cref="Encode"/> made.</summary>
    /// <param name="encoded">The encoded key.</param>
    /// <exception cref="FormatException">The key was made by something else.</exception>
    public static string Decode(string encoded)
    {
        var at = encoded.AsSpan().IndexOfAny(Leads);
        if (at < 0)
        {
            return encoded;
        }

        var key = new StringBuilder(encoded.Length).Append(encoded, 0, at);
        for (; at < encoded.Length; at++)
        {
            if (!Leads.Contains(encoded[at]))
            {
                key.Append(encoded[at]);
                continue;
            }

            if (at + 2 >= encoded.Length)
            {
                throw new FormatException("The key of a row ends within a code.");
            }

            key.Append((char)byte.Parse(encoded.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at += 2;
        }

        return key.ToString();
    }

    /// <summary>What an encoded character begins with; NUL for a character that stays as it is.</summary>
    private static char LeadOf(char letter) => letter switch
    {
        '#' => '"',
        '%' => '$',
        '/' => '.',
        '?' => '>',
        '\\' => '[',
        < ' ' => '!',
        >= '\u007F' and <= '\u009F' => '~',
        _ => Allowed.Contains(letter, StringComparison.Ordinal) ? letter : '\0',
    };
}
