"""Writes a knowledge folder with N invented observations, and questions over it: for the speed of look-ups only.

    python3 Benchmarks/observations.py 1000000 FOLDER
    city-agent index build FOLDER -o FOLDER.cityindex
    city-agent batch FOLDER/questions.jsonl -o out.jsonl --index FOLDER.cityindex --jobs 1
"""
import json
import os
import random
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
random.seed(1)
os.makedirs(folder + "/indicators", exist_ok=True)
indicators = [f"样例指标{n}" for n in range(40)]
periods = [f"{y}-{m:02d}" for y in range(2000, 2025) for m in range(1, 13)]
regions = [f"样例区{n}" for n in range(count // (len(indicators) * len(periods)) + 1)]
catalog = {
    "indicators": [{"id": f"i{n}", "name": name, "unit": "亿元"} for n, name in enumerate(indicators)],
    "regions": [{"name": name, "kind": "district"} for name in regions],
}
json.dump(catalog, open(folder + "/indicators/catalog.json", "w"), ensure_ascii=False)
written = 0
for number, region in enumerate(regions):
    if written >= count:
        break
    with open(f"{folder}/indicators/{number:04d}.csv", "w") as out:
        out.write("indicator,region,period,basis,value,unit,vintage,source\n")
        for indicator in indicators:
            for period in periods:
                out.write(f"{indicator},{region},{period},cur,{random.randint(100, 99999) / 10},亿元,样例,invented\n")
                written += 1
with open(folder + "/questions.jsonl", "w") as out:
    for n in range(2000):
        year, month = random.randint(2001, 2024), random.randint(1, 12)
        question = f"{year}年{month}月{random.choice(regions[:number])}{random.choice(indicators)}是多少？"
        out.write(json.dumps({"id": str(n), "question": question}, ensure_ascii=False) + "\n")
print(written, "observations")
