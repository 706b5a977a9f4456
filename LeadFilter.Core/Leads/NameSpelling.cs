namespace LeadFilter.Core.Leads;

/// <summary>
/// The ways in which one name of a field is written: PHP's brackets mean a dot (<c>contact[email]</c> is
/// <c>contact.email</c>, <c>tags[]</c> is <c>tags</c>), and white space and byte order marks around a name mean nothing.
/// </summary>
internal static class NameSpelling
{
    /// <summary>The longest name that is respelled, in characters.</summary>
    public const int MaxLength = 256;

    // A byte order mark, a zero-width space and a no-break space, as texts that were pasted bring them along.
    private const string Around = " \t\r\n\uFEFF\u200B\u00A0";

    /// <summary>Writes a name with dots and with nothing around it.</summary>
    /// <param name="name">The name as sent.</param>
    /// <param name="room">Room for as many characters as the name has.</param>
    /// <returns>Its length; the name itself where it is as long and has no bracket.</returns>
    public static int Write(ReadOnlySpan<char> name, Span<char> room)
    {
        var length = 0;
        foreach (var c in name.Trim(Around))
        {
            if (c is '[' or ']')
            {
                if (c == '[' && length > 0 && room[length - 1] != '.')
                {
                    room[length++] = '.';
                }
            }
            else
            {
                room[length++] = c;
            }
        }

        return length > 0 && room[length - 1] == '.' && name.Contains('[') ? length - 1 : length;
    }

    /// <summary>A name with dots and with nothing around it.</summary>
    /// <param name="name">The name, of at most <see cref="MaxLength"/> characters.</param>
    public static string Of(string name)
    {
        Span<char> room = stackalloc char[MaxLength];
        return room[..Write(name, room)].ToString();
    }
}
