using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Core.Fields.Places.Cities;

/// <summary>Cities that people give instead of their own.</summary>
internal static class FakeCities
{
    private static readonly TextSet Names = new(static () => NameList);

    // In the form of NameKey. Left out is where people live: Gotham (Nottinghamshire), Hometown (Illinois), Springfield, Metropolis
    // (Illinois), Nowhere (Oklahoma), Hell and Riverdale.
    private static ReadOnlySpan<byte> NameList =>
        """
        abc
        abcd
        any city
        any town
        anycity
        anytown
        anytown usa
        anywhere
        asd
        asgard
        bikini bottom
        blah
        bogus
        city
        city name
        cityname
        cloud cuckoo land
        does not matter
        dont know
        duckburg
        dummy
        emerald city
        enter city
        example
        fake
        fake city
        fake town
        fakecity
        faketown
        foo
        foo bar
        foobar
        gotham city
        hogsmeade
        hogwarts
        idk
        in the world
        kings landing
        lorem
        lorem ipsum
        make believe
        middle earth
        middle of nowhere
        minas tirith
        mordor
        my city
        my town
        n a
        na
        narnia
        neverland
        nil
        no
        no city
        none
        none given
        none of your business
        not applicable
        not available
        not given
        not provided
        not sure
        nowhere land
        nowheresville
        null
        other
        our town
        pallet town
        placeholder
        private
        quahog
        raccoon city
        sample
        select
        select city
        some city
        some town
        somewhere
        tbd
        test
        test city
        test town
        testcity
        tester
        testing
        testtown
        the moon
        town
        undefined
        unknown
        unknown city
        usa
        wakanda
        whatever
        who knows
        whoville
        winterfell
        world
        x
        xx
        yes
        your city
        your town
        yourcity
        yourtown
        """u8;

    /// <summary>Whether it is a placeholder, a town of fiction, typed at random or obscene.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsFake(ReadOnlySpan<char> text) =>
        Names.Contains(NameKey.Write(text, stackalloc char[NameKey.MaxCharacters]))
            || PlaceWords.IsMash(text)
            || PlaceWords.IsObscene(text);
}
