using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>Streets that people give instead of their own.</summary>
internal static class FakeStreets
{
    private const int MaxNumberLength = 8;
    private const int MaxRoadLetters = 3;

    // An abbreviation of US Highway 53 Business.
    private const string Business = "bsnss";

    private static readonly TextSet Names = new(static () => NameList);
    private static readonly TextSet NamesWithoutNumber = new(static () => NameWithoutNumberList);
    private static readonly TextSet NamesWithoutType = new(static () => NameWithoutTypeList);
    private static readonly TextSet Fictions = new(static () => FictionList);
    private static readonly TextSet Borrowed = new(static () => BorrowedList);

    // The name of the street without number, unit and type, in the form of NameKey. Left out is where people live: Any, Some, Nowhere,
    // Fakenham, Tester and Main Street, General Delivery, and "homeless", which is true of its sender.
    private static ReadOnlySpan<byte> NameList =>
        """
        abc
        abcd
        address
        address here
        address line
        any street usa
        anywhere
        anywhere usa
        asd
        blah
        blah blah
        bogus
        diagon alley
        do not know
        does not matter
        dont have one
        dont know
        dummy
        dummy address
        enter address
        enter your address
        example
        example address
        fake
        fake address
        foo
        foo bar
        foobar
        home address
        idk
        lorem
        lorem ipsum
        mailing address
        my address
        my house
        my street
        na na
        nil
        no
        no address
        no address given
        no street
        no thanks
        none
        none given
        none of your business
        not applicable
        not available
        not given
        not provided
        not sure
        null
        placeholder
        qwe
        same
        same as above
        sample address
        some address
        some street
        somewhere
        street address
        street name
        tbd
        test
        test address
        test test
        test test test
        testaddress
        testing
        teststreet
        undefined
        unknown
        unknown address
        whatever
        who knows
        xyz
        your address
        your house
        your street
        """u8;

    // There are a Nowhere Road and a North Pole Drive with houses.
    private static ReadOnlySpan<byte> NameWithoutNumberList =>
        """
        here
        north pole
        nowhere
        """u8;

    // There are an X Street in Sacramento, a North A Street (which is no n/a), a Sample Road in Florida, a Street Road in Pennsylvania, and
    // private roads with numbers in Texas.
    private static ReadOnlySpan<byte> NameWithoutTypeList =>
        """
        n a
        na
        private
        sample
        street
        x
        xx
        """u8;

    // Number and name without type, as films, tales and jokes have them.
    private static ReadOnlySpan<byte> FictionList =>
        """
        0001 cemetery
        1 cemetery
        1 north pole
        12 grimmauld
        123 abc
        123 any
        123 anystreet
        123 anywhere
        123 fakestreet
        123 nowhere
        123 sample
        123 sesame
        123 some
        123 test
        123 your
        1234 any
        1234 anywhere
        1234 nowhere
        1234 sample
        1234 some
        124 conch
        1313 webfoot
        31 spooner
        4 privet
        42 wallaby
        52 festive
        740 evergreen
        742 evergreen
        744 evergreen
        """u8;

    // Number and name without type.
    private static ReadOnlySpan<byte> BorrowedList =>
        """
        1 apple park
        1 hacker
        1 infinite
        1 microsoft
        10 downing
        11 wall
        123 elm
        123 main
        123 n main
        123 s main
        1234 elm
        1234 main
        12345 main
        1313 mockingbird
        1600 amphitheatre
        1600 pennsylvania
        221b baker
        350 fifth
        721 fifth
        one apple park
        one infinite
        one microsoft
        """u8;

    /// <summary>Whether it is a placeholder, an address of fiction, typed at random or obscene, or has no letter.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsFake(ReadOnlySpan<char> text)
    {
        if (!PlaceWords.HasLetter(text))
        {
            return true;
        }

        var split = StreetSplit.Of(text);
        if (!split.IsBox)
        {
            var name = NameKey.Write(text[split.Name], stackalloc char[NameKey.MaxCharacters]);
            var key = WithoutType(name);
            if (Names.Contains(key)
                || (split.Number.Equals(default) && NamesWithoutNumber.Contains(key))
                || (key.Length == name.Length && NamesWithoutType.Contains(key))
                || IsNumbered(text[split.Number], key, Fictions))
            {
                return true;
            }
        }

        return IsMash(text) || PlaceWords.IsObscene(text);
    }

    /// <summary>Whether a word of it was typed at random. Highways have letters: State Highway DDD.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsMash(ReadOnlySpan<char> text)
    {
        var rest = NameKey.Write(text, stackalloc char[NameKey.MaxCharacters]);
        var before = rest[..0];
        while (!rest.IsEmpty)
        {
            var word = NameKey.NextWord(ref rest);
            if (PlaceWords.IsMashWord(word) && !IsOfRoad(word, before))
            {
                return true;
            }

            before = word;
        }

        return false;
    }

    // Highway DDD, and abbreviations such as Bsnss.
    private static bool IsOfRoad(ReadOnlySpan<char> word, ReadOnlySpan<char> before) =>
        word is Business
        || StreetWords.Find(word) >= 0
        || (word.Length <= MaxRoadLetters
            && !word.ContainsAnyExcept(word[0])
            && StreetWords.Find(before) is >= 0 and var place
            && StreetWords.At(place).Short is "hwy" or "rd" or "rte" or "cth");

    /// <summary>Whether it exists but is given more often than lived at.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsBorrowed(ReadOnlySpan<char> text)
    {
        var split = StreetSplit.Of(text);
        return !split.IsBox
            && IsNumbered(
                text[split.Number],
                WithoutType(NameKey.Write(text[split.Name], stackalloc char[NameKey.MaxCharacters])),
                Borrowed);
    }

    private static ReadOnlySpan<char> WithoutType(ReadOnlySpan<char> key)
    {
        var last = key.LastIndexOf(' ') + 1;

        // Pennsylvania Ave NW.
        if (last > 0 && key[last..] is "n" or "s" or "e" or "w" or "ne" or "nw" or "se" or "sw")
        {
            key = key[..(last - 1)];
            last = key.LastIndexOf(' ') + 1;
        }

        return last > 0 && StreetWords.IsType(key[last..]) ? key[..(last - 1)] : key;
    }

    private static bool IsNumbered(ReadOnlySpan<char> number, ReadOnlySpan<char> name, TextSet list)
    {
        if (number.Length is 0 or > MaxNumberLength)
        {
            return false;
        }

        Span<char> both = stackalloc char[MaxNumberLength + 1 + NameKey.MaxCharacters];
        number.CopyTo(both);
        both[number.Length] = ' ';
        name.CopyTo(both[(number.Length + 1)..]);
        return list.Contains(both[..(number.Length + 1 + name.Length)]);
    }
}
