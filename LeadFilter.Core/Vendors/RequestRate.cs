namespace LeadFilter.Core.Vendors;

/// <summary>How fast a vendor may send requests: steadily so many a second, and so many at once after a pause.</summary>
/// <param name="PerSecond">Requests a second in the long run: <see cref="LeastPerSecond"/> to <see cref="MostPerSecond"/>.</param>
/// <param name="Burst">Requests at once after a pause: 1 to <see cref="MostBurst"/>.</param>
public readonly record struct RequestRate(decimal PerSecond, int Burst)
{
    /// <summary>The least rate: one request in 100 seconds.</summary>
    public const decimal LeastPerSecond = 0.01m;

    /// <summary>The greatest rate.</summary>
    public const decimal MostPerSecond = 100_000;

    /// <summary>The greatest burst.</summary>
    public const int MostBurst = 100_000;

    private const int SecondsOfBurst = 10;

    /// <summary>A rate whose burst is what comes in ten seconds.</summary>
    /// <param name="perSecond">Requests a second.</param>
    public static RequestRate Of(decimal perSecond) =>
        new(perSecond, (int)Math.Clamp(Math.Floor(perSecond * SecondsOfBurst), 1, MostBurst));
}
