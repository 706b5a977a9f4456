namespace LeadFilter.Core.Vendors;

/// <summary>How fast a vendor may send requests: steadily so many a second, and so many at once after a pause.</summary>
/// <param name="PerSecond">Requests a second in the long run: <see cref="MinPerSecond"/> to <see cref="MaxPerSecond"/>.</param>
/// <param name="Burst">Requests at once after a pause: 1 to <see cref="MaxBurst"/>.</param>
public readonly record struct RequestRate(decimal PerSecond, int Burst)
{
    /// <summary>The least rate: one request in 100 seconds.</summary>
    public const decimal MinPerSecond = 0.01m;

    /// <summary>The greatest rate.</summary>
    public const decimal MaxPerSecond = 100_000;

    /// <summary>The greatest burst.</summary>
    public const int MaxBurst = 100_000;

    private const int SecondsOfBurst = 10;

    /// <summary>A rate whose burst is what comes in ten seconds.</summary>
    /// <param name="perSecond">Requests a second.</param>
    public static RequestRate Of(decimal perSecond) =>
        new(perSecond, (int)Math.Clamp(Math.Floor(perSecond * SecondsOfBurst), 1, MaxBurst));
}
