curtain-title = ถึงตา{ $team }แล้ว
curtain-away = { $team }โปรดอย่ามองจอ
curtain-open = กดค้างเพื่อเปิดโต๊ะทำงาน
