print("city-agent")
