namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// What words of streets become in identities. Facts: USPS Publication 28, Postal Addressing Standards: section 233 (points of the
/// compass), appendices C1 (street suffixes and the spellings that USPS takes for them), C2 (secondary unit designators) and H (Spanish
/// words of Puerto Rico).
/// </summary>
internal static class StreetAbbreviations
{
    /// <summary>Everywhere in a street.</summary>
    public const string Everywhere =
        """
        north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw
        allee=aly alley=aly ally=aly anex=anx annex=anx annx=anx arcade=arc av=ave aven=ave avenida=ave avenu=ave avenue=ave avn=ave
        avnue=ave avda=ave bayoo=byu bayou=byu beach=bch bend=bnd bluf=blf bluff=blf bluffs=blfs boul=blvd boulevard=blvd boulv=blvd
        blv=blvd bot=btm bottm=btm bottom=btm branch=br brnch=br brdge=brg bridge=brg brook=brk brooks=brks burg=bg burgs=bgs bypa=byp
        bypas=byp bypass=byp byps=byp camp=cp cmp=cp canyn=cyn canyon=cyn cnyn=cyn cape=cpe causeway=cswy causwa=cswy causway=cswy
        cen=ctr cent=ctr center=ctr centr=ctr centre=ctr cnter=ctr cntr=ctr centers=ctrs circ=cir circl=cir circle=cir crcl=cir
        crcle=cir circles=cirs cliff=clf cliffs=clfs club=clb common=cmn commons=cmns corner=cor corners=cors course=crse court=ct
        crt=ct courts=cts cove=cv coves=cvs ck=crk cr=crk creek=crk crecent=cres crescent=cres cresent=cres crscnt=cres crsent=cres
        crsnt=cres crest=crst crossing=xing crssing=xing crssng=xing crossroad=xrd crossroads=xrds curve=curv dale=dl dam=dm div=dv
        divide=dv dvd=dv driv=dr drive=dr drv=dr drives=drs estate=est estates=ests exp=expy expr=expy express=expy expressway=expy
        expw=expy extension=ext extn=ext extnsn=ext extensions=exts falls=fls ferry=fry frry=fry field=fld fields=flds flt=flat
        flts=flats ford=frd fords=frds forest=frst forests=frst forg=frg forge=frg forges=frgs fork=frk forks=frks fort=ft frt=ft
        freeway=fwy freewy=fwy frway=fwy frwy=fwy garden=gdn gardn=gdn grden=gdn grdn=gdn gardens=gdns grdns=gdns gateway=gtwy
        gatewy=gtwy gatway=gtwy gtway=gtwy glen=gln glens=glns green=grn greens=grns grov=grv grove=grv groves=grvs harb=hbr
        harbor=hbr harbr=hbr hrbor=hbr harbors=hbrs haven=hvn havn=hvn height=hts heights=hts hgts=hts ht=hts highway=hwy highwy=hwy
        hiway=hwy hiwy=hwy hway=hwy hghwy=hwy hill=hl hills=hls hllw=holw hollow=holw hollows=holw holws=holw inlet=inlt island=is
        islnd=is islands=iss islnds=iss isles=isle jction=jct jctn=jct junction=jct junctn=jct juncton=jct jctns=jcts junctions=jcts
        key=ky keys=kys knol=knl knoll=knl knolls=knls lake=lk lakes=lks landing=lndg lndng=lndg la=ln lane=ln lanes=ln light=lgt
        lights=lgts loaf=lf lock=lck locks=lcks ldge=ldg lodg=ldg lodge=ldg loops=loop manor=mnr manors=mnrs meadow=mdw meadows=mdws
        medows=mdws mill=ml mills=mls mission=msn missn=msn mssn=msn motorway=mtwy mnt=mt mount=mt mntain=mtn mntn=mtn mountain=mtn
        mountin=mtn mtin=mtn mntns=mtns mountains=mtns neck=nck orchard=orch orchrd=orch ovl=oval overpass=opas pk=park prk=park
        parks=park parkway=pkwy parkwy=pkwy pkway=pkwy pky=pkwy parkways=pkwy pkwys=pkwy passage=psge paths=path pikes=pike pine=pne
        pines=pnes place=pl plain=pln plaines=plns plains=plns plaza=plz plza=plz point=pt points=pts port=prt ports=prts prairie=pr
        prarie=pr prr=pr rad=radl radial=radl radiel=radl ranch=rnch ranches=rnch rnchs=rnch rapid=rpd rapids=rpds rest=rst rdge=rdg
        ridge=rdg ridges=rdgs river=riv rivr=riv rvr=riv road=rd roads=rds route=rte rt=rte shoal=shl shoals=shls shoar=shr shore=shr
        shoars=shrs shores=shrs skyway=skwy spng=spg spring=spg sprng=spg spngs=spgs springs=spgs sprngs=spgs spurs=spur sqr=sq
        sqre=sq squ=sq square=sq sqrs=sqs squares=sqs station=sta statn=sta stn=sta strav=stra straven=stra stravenue=stra
        stravn=stra strvn=stra strvnue=stra stream=strm streme=strm str=st street=st strt=st saint=st streets=sts sumit=smt
        sumitt=smt summit=smt terr=ter terrace=ter throughway=trwy trace=trce traces=trce track=trak tracks=trak trk=trak trks=trak
        trafficway=trfy tr=trl trail=trl trails=trl trls=trl tunel=tunl tunls=tunl tunnel=tunl tunnels=tunl tunnl=tunl tpk=tpke
        trnpk=tpke trpk=tpke turnpike=tpke turnpk=tpke underpass=upas union=un unions=uns valley=vly vally=vly vlly=vly valleys=vlys
        vdct=via viadct=via viaduct=via view=vw views=vws vill=vlg villag=vlg village=vlg villg=vlg villiage=vlg villages=vlgs
        ville=vl vist=vis vista=vis vst=vis vsta=vis walks=walk wy=way well=wl wells=wls
        apartment=apt apartamento=apt apto=apt aptmt=apt suite=ste room=rm building=bldg bld=bldg bldng=bldg edificio=bldg edif=bldg
        floor=fl flr=fl piso=fl department=dept hanger=hngr hangar=hngr space=spc sp=spc trailer=trlr tower=twr torre=twr bloque=blq
        bx=box urbanizacion=urb condominio=cond residencial=res barrio=bo carretera=carr
        first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th eleventh=11th
        twelfth=12th thirteenth=13th fourteenth=14th fifteenth=15th sixteenth=16th seventeenth=17th eighteenth=18th nineteenth=19th
        twentieth=20th
        """;

    /// <summary>In house numbers and flats: a Front Street keeps its name.</summary>
    public const string InNumbersAndUnits =
        """
        basement=bsmt front=frnt lobby=lbby lower=lowr office=ofc penthouse=ph upper=uppr level=lvl
        one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10
        """;
}
