namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>
/// The ZIP codes of Puerto Rico and the Virgin Islands, which begin with 00. A spreadsheet makes 601 of 00601, so three digits are one of
/// them if it is in use. Facts: USPS City State, as of November 2026.
/// </summary>
internal static class PuertoRicanCodes
{
    private const string InUse =
        "601-606 610-614 616-617 622-624 627 631 636-638 641 646-647 650 652-653 656 659-660 662 664 667 669-670 674 676-678 680-683 685 "
            + "687-688 690 692-694 698 703-705 707 714-721 723 725-742 744-745 751 754 757 765-767 769 771-773 775 777-778 780 782-786 "
            + "791-792 794-795 801-805 820-824 830-831 840-841 850-851 901-902 906-931 933-937 939-940 949-963 965-966 968-971 975-979 "
            + "981-988";

    private static readonly bool[] Known = Read();

    /// <summary>Whether three digits are such a code without its noughts.</summary>
    /// <param name="number">The digits as a number, 0 to 999.</param>
    public static bool IsInUse(int number) => Known[number];

    private static bool[] Read()
    {
        var known = new bool[1000];
        foreach (var range in InUse.Split(' '))
        {
            var last = int.Parse(range.AsSpan(range.Length - 3));
            for (var number = int.Parse(range.AsSpan(0, 3)); number <= last; number++)
            {
                known[number] = true;
            }
        }

        return known;
    }
}
