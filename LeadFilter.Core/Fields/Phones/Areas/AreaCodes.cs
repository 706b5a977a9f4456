using LeadFilter.Core.Data;

namespace LeadFilter.Core.Fields.Phones.Areas;

/// <summary>
/// The area codes of the North American Numbering Plan that are in service: those of the United States, its territories and Canada,
/// those of the other countries, and those of no place. Facts: NANPA's and the Canadian Numbering Administrator's area code reports and
/// planning letters, as of November 2026.
/// </summary>
internal static class AreaCodes
{
    /// <summary>The codes that serve a place. Several provinces joined by a slash share their codes.</summary>
    internal static readonly IReadOnlyList<(string Place, string Codes)> ByPlace =
    [
        ("AL", "205 251 256 334 483 659 938"),
        ("AK", "907"),
        ("AZ", "480 520 602 623 928"),
        ("AR", "327 479 501 870"),
        ("CA", "209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714"
            + " 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951"),
        ("CO", "303 719 720 748 970 983"),
        ("CT", "203 475 860 959"),
        ("DE", "302"),
        ("DC", "202 771"),
        ("FL", "239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954"),
        ("GA", "229 404 470 478 678 706 762 770 912 943"),
        ("HI", "808"),
        ("ID", "208 986"),
        ("IL", "217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872"),
        ("IN", "219 260 317 463 574 765 812 930"),
        ("IA", "319 515 563 641 712"),
        ("KS", "316 620 785 913"),
        ("KY", "270 364 502 606 859"),
        ("LA", "225 318 337 457 504 985"),
        ("ME", "207"),
        ("MD", "227 240 301 410 443 667"),
        ("MA", "339 351 413 508 617 774 781 857 978"),
        ("MI", "231 248 269 313 517 586 616 679 734 810 906 947 989"),
        ("MN", "218 320 507 612 651 763 924 952"),
        ("MS", "228 471 601 662 769"),
        ("MO", "235 314 417 557 573 636 660 816 975"),
        ("MT", "406"),
        ("NE", "308 402 531"),
        ("NV", "702 725 775"),
        ("NH", "603"),
        ("NJ", "201 551 609 640 732 848 856 862 908 973"),
        ("NM", "505 575"),
        ("NY", "212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934"),
        ("NC", "252 336 472 704 743 828 910 919 980 984"),
        ("ND", "701"),
        ("OH", "216 220 234 283 326 330 380 419 436 440 513 567 614 740 937"),
        ("OK", "405 539 572 580 918"),
        ("OR", "458 503 541 971"),
        ("PA", "215 223 267 272 412 445 484 570 582 610 717 724 814 835 878"),
        ("RI", "401"),
        ("SC", "803 821 839 843 854 864"),
        ("SD", "605"),
        ("TN", "423 615 629 731 865 901 931"),
        ("TX", "210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979"),
        ("UT", "385 435 801"),
        ("VT", "802"),
        ("VA", "276 434 540 571 686 703 757 804 826 948"),
        ("WA", "206 253 360 425 509 564"),
        ("WV", "304 681"),
        ("WI", "262 274 353 414 534 608 715 920"),
        ("WY", "307"),
        ("PR", "787 939"),
        ("VI", "340"),
        ("GU", "671"),
        ("AS", "684"),
        ("MP", "670"),
        ("AB", "368 403 587 780 825"),
        ("BC", "236 250 257 604 672 778"),
        ("MB", "204 431 584"),
        ("NB", "428 506"),
        ("NL", "709 879"),
        ("ON", "226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942"),
        ("QC", "263 273 354 367 418 438 450 468 514 579 581 819 873"),
        ("SK", "306 474 639"),
        ("NS/PE", "782 902"),
        ("NT/NU/YT", "867"),
    ];

    /// <summary>The codes that belong to no place, by what their numbers are.</summary>
    internal static readonly IReadOnlyList<(string Use, string Codes)> OfNoPlace =
    [
        ("toll-free", "800 833 844 855 866 877 888"),
        ("premium-rate", "900"),
        ("personal and machines", "500 521 522 523 524 525 526 527 528 529 532 533 544 566 577 588"),
        ("Canadian, non-geographic", "600 622 633"),
    ];

    /// <summary>The codes of the plan's other countries: Bermuda, the Caribbean and Sint Maarten.</summary>
    internal const string Elsewhere = "242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876";

    private static readonly string[] Territories = ["PR", "VI", "GU", "AS", "MP"];
    private static readonly string[] CanadianPlaces = ["AB", "BC", "MB", "NB", "NL", "ON", "QC", "SK", "NS/PE", "NT/NU/YT"];
    private static readonly AreaCode?[] Codes = Read();

    /// <summary>Finds an area code.</summary>
    /// <param name="code">Three digits.</param>
    /// <returns>Null if the code is not in service.</returns>
    public static AreaCode? Find(ReadOnlySpan<char> code) => Codes[((code[0] - '0') * 100) + ((code[1] - '0') * 10) + (code[2] - '0')];

    private static AreaCode?[] Read()
    {
        var zones = new string?[1000];
        foreach (var line in new EmbeddedFile("area-time-zones.txt").ReadLines())
        {
            // A zone and the codes that lie in no other.
            var columns = line.Split(' ');
            foreach (var code in columns.AsSpan(1))
            {
                zones[int.Parse(code)] = columns[0];
            }
        }

        var codes = new AreaCode?[1000];
        foreach (var (place, list) in ByPlace)
        {
            var state = place.Contains('/', StringComparison.Ordinal) ? null : place;
            var country = Territories.Contains(place) ? null : CanadianPlaces.Contains(place) ? "CA" : "US";
            Add(codes, list, new(state, null, IsOfPlace: true, country), zones);
        }

        Add(codes, Elsewhere, new(null, null, IsOfPlace: true, null), zones);
        foreach (var (_, list) in OfNoPlace)
        {
            Add(codes, list, new(null, null, IsOfPlace: false, null), zones);
        }

        return codes;
    }

    private static void Add(AreaCode?[] codes, string list, AreaCode area, string?[] zones)
    {
        foreach (var range in list.AsSpan().Split(' '))
        {
            var code = int.Parse(list.AsSpan()[range]);
            codes[code] = area with { TimeZone = zones[code] };
        }
    }
}
